# embed_packs(<folder>) compiles the packs of a folder into the library holdfast_packs.
function(embed_packs folder)
  set(compiler ${PROJECT_SOURCE_DIR}/linter/pack_compiler.cpp)
  if(NOT EXISTS ${compiler})
    add_library(holdfast_packs INTERFACE)
    return()
  endif()
  add_executable(holdfast_pack_compiler ${compiler})
  target_link_libraries(holdfast_pack_compiler PRIVATE holdfast_rule)

  set(embedded ${PROJECT_BINARY_DIR}/packs.cpp)
  file(GLOB_RECURSE packs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.hcl)
  add_custom_command(OUTPUT ${embedded}
    COMMAND holdfast_pack_compiler ${PROJECT_SOURCE_DIR}/${folder} ${embedded}
    DEPENDS ${packs}
    COMMENT "Compiling packs"
    VERBATIM)
  add_library(holdfast_packs STATIC ${embedded})
  target_link_libraries(holdfast_packs PUBLIC holdfast_rule)
  # A pack's text is one literal, longer than every compiler must take.
  set_source_files_properties(${embedded} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

function(program name)
  if(EXISTS ${PROJECT_SOURCE_DIR}/linter/main.cpp)
    add_executable(${name} ${PROJECT_SOURCE_DIR}/linter/main.cpp)
    target_link_libraries(${name} PRIVATE holdfast_command holdfast_packs)
    target_link_options(${name} PRIVATE $<$<BOOL:${HOLDFAST_STATIC}>:-static>)
  endif()
endfunction()
