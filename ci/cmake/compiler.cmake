set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Assertions stay on in releases: stopping is better than a wrong verdict.
set(CMAKE_C_FLAGS_RELEASE -O2)
set(CMAKE_CXX_FLAGS_RELEASE -O2)

option(HOLDFAST_STATIC "Link the program statically" OFF)
option(HOLDFAST_FUZZ "Build the fuzzers (clang)" OFF)
set(HOLDFAST_SANITIZE "" CACHE STRING "Sanitizers for all code, e.g. address,undefined")

if(HOLDFAST_SANITIZE)
  set(sanitize -fsanitize=${HOLDFAST_SANITIZE} -fno-sanitize-recover=all)
  add_compile_options(${sanitize} -fno-omit-frame-pointer)
  add_link_options(${sanitize})
endif()
if(HOLDFAST_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# What all our own code is compiled with.
add_library(house_rules INTERFACE)
target_include_directories(house_rules INTERFACE ${PROJECT_SOURCE_DIR}/linter)
target_compile_options(house_rules INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror
  # g++ 12 sees overlapping copies in plain std::string concatenation.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Assertions and tests name files as the repository does. The flag itself names this checkout, so a compiler cache could
  # not be shared between checkouts.
  $<$<NOT:$<BOOL:${CMAKE_CXX_COMPILER_LAUNCHER}>>:-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=>)
target_compile_definitions(house_rules INTERFACE $<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS>)
