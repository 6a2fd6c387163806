# cpack makes a Debian package and a tarball of what is installed here. The program writes its own manual page and
# completions, so that they cannot differ from it.
set(written ${PROJECT_BINARY_DIR}/written)
set(manual ${written}/holdfast.1)
set(bash ${written}/holdfast)
set(fish ${written}/holdfast.fish)
set(zsh ${written}/_holdfast)
file(MAKE_DIRECTORY ${written})
add_custom_command(OUTPUT ${manual} ${bash} ${fish} ${zsh}
  COMMAND holdfast manual > ${manual}
  COMMAND holdfast completions bash > ${bash}
  COMMAND holdfast completions fish > ${fish}
  COMMAND holdfast completions zsh > ${zsh}
  DEPENDS holdfast
  COMMENT "Writing the manual page and completions"
  VERBATIM)
add_custom_target(written ALL DEPENDS ${manual} ${bash} ${fish} ${zsh})

include(GNUInstallDirs)
install(TARGETS holdfast)
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${bash} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${fish} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${zsh} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# What is linked into the program asks to be named.
set(libraries libcli11-dev libexpected-dev libfmt-dev libgmp-dev libmpfr-dev libre2-dev libutf8proc-dev libyaml-cpp-dev nettle-dev
  nlohmann-json3-dev)
foreach(library IN LISTS libraries)
  install(FILES /usr/share/doc/${library}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}/libraries RENAME ${library} OPTIONAL)
endforeach()
install(FILES ${npm}/tree-sitter/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR}/libraries RENAME tree-sitter)
install(FILES ${npm}/@tree-sitter-grammars/tree-sitter-hcl/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR}/libraries RENAME tree-sitter-hcl)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_VENDOR "The Holdfast authors")
set(CPACK_PACKAGE_CONTACT "The Holdfast authors <authors@holdfast.example>")
string(JSON CPACK_PACKAGE_DESCRIPTION_SUMMARY GET ${package} description)
set(CPACK_PACKAGE_FILE_NAME holdfast-${PROJECT_VERSION}-linux-x64)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
# The program is static; time zones other than UTC are read from the system's database.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS tzdata)
include(CPack)
