enable_testing()
find_package(doctest REQUIRED)

add_library(test_main OBJECT ${PROJECT_SOURCE_DIR}/tests/main.cpp)
target_link_libraries(test_main PUBLIC house_rules doctest::doctest third_party::nlohmann_json)
target_compile_definitions(test_main PUBLIC
  HOLDFAST_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
  # A quarter less to compile in every test.
  DOCTEST_CONFIG_SUPER_FAST_ASSERTS)

# The tests in tests/<folder>/, and what they share, are the program <name>.
function(test_program name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/tests/\\./(main|compare_[a-z]+|measure_[a-z]+|known_shares).cpp$")
  if(sources)
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE test_main ${ARGN})
    add_test(NAME ${name} COMMAND ${name})
  endif()
endfunction()

# Every file in tests/<folder>/ is a program of its own, called <folder>_<file> and built on demand.
function(single_programs folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM stem)
    add_executable(${folder}_${stem} ${source})
    target_compile_definitions(${folder}_${stem} PRIVATE HOLDFAST_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${folder}_${stem} PRIVATE holdfast_command holdfast_packs ${ARGN})
    list(APPEND programs ${folder}_${stem})
  endforeach()
  add_custom_target(${folder} DEPENDS ${programs})
  set_target_properties(${folder} ${programs} PROPERTIES EXCLUDE_FROM_ALL ON)
endfunction()

get_property(layers GLOBAL PROPERTY layers)
foreach(layer IN LISTS layers)
  # The packs know the layers up to rule; tests from there on may use them.
  set(packs)
  if(layer MATCHES "^(rule|settings|report|command)$")
    set(packs holdfast_packs)
  endif()
  test_program(${layer}_tests ${layer} holdfast_${layer} ${packs})
endforeach()
test_program(holdfast_tests . holdfast_command holdfast_packs)

# What reports are expected to be, judged by others. Where npm has not been, the test is left out.
find_program(node node)
if(node AND EXISTS ${PROJECT_SOURCE_DIR}/tests/sarif/node_modules/parse5)
  set(reports ${PROJECT_SOURCE_DIR}/fixtures/reports)
  file(GLOB reports CONFIGURE_DEPENDS ${reports}/*.sarif ${reports}/*.json ${reports}/*.jsonl ${reports}/*.xml
    ${reports}/*.csv ${reports}/*.html
    ${PROJECT_SOURCE_DIR}/fixtures/posture/*/posture.json)
  add_test(NAME report_validation COMMAND ${node} ${PROJECT_SOURCE_DIR}/tests/sarif/validate ${reports})
endif()

# How we read the Terraform files of the fixtures, compared with how the reference parser does, where npm has been.
add_executable(hcl_outline EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/hcl_oracle/outline.cpp)
target_link_libraries(hcl_outline PRIVATE holdfast_syntax third_party::nlohmann_json)
if(node AND EXISTS ${PROJECT_SOURCE_DIR}/tests/hcl_oracle/node_modules)
  set_target_properties(hcl_outline PROPERTIES EXCLUDE_FROM_ALL OFF)
  add_test(NAME hcl_comparison
    COMMAND ${node} ${PROJECT_SOURCE_DIR}/tests/hcl_oracle/compare $<TARGET_FILE:hcl_outline> ${PROJECT_SOURCE_DIR}/fixtures)
endif()

# All sources are laid out by .clang-format; versions differ in what they make of it, so only the one of ci/packages.txt judges.
find_program(clang_format clang-format-14)
if(clang_format)
  file(GLOB_RECURSE formatted CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/linter/*.h ${PROJECT_SOURCE_DIR}/linter/*.cpp
    ${PROJECT_SOURCE_DIR}/tests/*.h ${PROJECT_SOURCE_DIR}/tests/*.cpp)
  list(FILTER formatted EXCLUDE REGEX /node_modules/)
  add_test(NAME format COMMAND ${clang_format} --dry-run --Werror ${formatted})
endif()

# What is shipped, tested as its users get it. Packages are made of the static program only.
if(HOLDFAST_STATIC AND node)
  set(shipping ${PROJECT_SOURCE_DIR}/tests/shipping)
  add_test(NAME ship COMMAND ${PROJECT_SOURCE_DIR}/ci/package)
  set_tests_properties(ship PROPERTIES FIXTURES_SETUP packages)
  set(tests packages npm action completions)
  find_program(pre_commit pre-commit)
  if(pre_commit)
    list(APPEND tests pre_commit)
  endif()
  foreach(test IN LISTS tests)
    add_test(NAME ship_${test} COMMAND ${shipping}/${test}_test $<TARGET_FILE:holdfast>)
    set_tests_properties(ship_${test} PROPERTIES FIXTURES_REQUIRED packages)
  endforeach()
endif()

single_programs(bench third_party::tree_sitter_hcl)
if(HOLDFAST_FUZZ)
  single_programs(fuzz -fsanitize=fuzzer)
endif()

# Compare a Terraform root with a plan of it, or with what others make of it; run by hand where both are at hand.
foreach(other plan view)
  add_executable(compare_${other} EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/compare_${other}.cpp
    ${PROJECT_SOURCE_DIR}/tests/plan_comparison.cpp)
  target_link_libraries(compare_${other} PRIVATE holdfast_terraform holdfast_packs)
endforeach()

# Tells what is known of plans after evaluation; run by hand over sources of others.
add_executable(known_shares EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/known_shares.cpp)
target_link_libraries(known_shares PRIVATE holdfast_command holdfast_packs)

# Compares what templates stand for with their expansions; run by hand where both are at hand.
add_executable(compare_expansion EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/compare_expansion.cpp)
target_link_libraries(compare_expansion PRIVATE holdfast_cloudformation holdfast_rule)

# How much of real templates is known, where some are at hand.
add_executable(measure_knowledge EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/measure_knowledge.cpp)
target_link_libraries(measure_knowledge PRIVATE holdfast_cloudformation holdfast_rule)
