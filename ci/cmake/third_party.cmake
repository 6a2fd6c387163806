# Archives rather than shared libraries: the program then runs where nothing is installed, and starts sooner.
function(archive name file)
  find_library(archive_${name} ${file} REQUIRED)
  mark_as_advanced(archive_${name})
  add_library(third_party::${name} STATIC IMPORTED)
  set_target_properties(third_party::${name} PROPERTIES IMPORTED_LOCATION ${archive_${name}})
  target_link_libraries(third_party::${name} INTERFACE ${ARGN})
endfunction()

find_package(Threads REQUIRED)
archive(gmp libgmp.a)
archive(mpfr libmpfr.a third_party::gmp)
archive(nettle libnettle.a)
archive(re2 libre2.a Threads::Threads)
archive(utf8proc libutf8proc.a)
archive(yaml_cpp libyaml-cpp.a)

find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
add_library(third_party::cli11 ALIAS CLI11::CLI11)
add_library(third_party::nlohmann_json ALIAS nlohmann_json::nlohmann_json)

# Debian has no archive of fmt.
add_library(fmt_archive STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cpp)
target_link_libraries(house_rules INTERFACE fmt_archive tl::expected)

# Debian's tree-sitter is too old for the grammar; both come from npm, as C sources.
set(npm ${PROJECT_SOURCE_DIR}/ci/grammar/node_modules)
set(tree_sitter ${npm}/tree-sitter/vendor/tree-sitter/lib)
set(tree_sitter_hcl ${npm}/@tree-sitter-grammars/tree-sitter-hcl/src)
if(NOT EXISTS ${tree_sitter}/src/lib.c OR NOT EXISTS ${tree_sitter_hcl}/parser.c)
  message(FATAL_ERROR "tree-sitter is missing: run ci/setup lint")
endif()
add_library(tree_sitter_hcl STATIC ${tree_sitter}/src/lib.c ${tree_sitter_hcl}/parser.c ${tree_sitter_hcl}/scanner.c)
target_include_directories(tree_sitter_hcl SYSTEM PUBLIC ${tree_sitter}/include PRIVATE ${tree_sitter}/src ${tree_sitter_hcl})
target_compile_definitions(tree_sitter_hcl PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200112L NDEBUG)
target_compile_options(tree_sitter_hcl PRIVATE -w -O2 -fno-sanitize=undefined)
add_library(third_party::tree_sitter_hcl ALIAS tree_sitter_hcl)
