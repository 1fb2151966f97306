# SPDX-License-Identifier: MIT
# One target a module, one way to make it: every module and test is compiled under the same rules.
option(RASCADE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

add_library(rascade_options INTERFACE)
target_compile_features(rascade_options INTERFACE cxx_std_20)
target_compile_options(rascade_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Werror)
# GCC 12 is wrong about strings in inlined code at -O2 and above (GCC bugs 105562 and 105329).
target_compile_options(rascade_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# Where files are compiled as one, GCC takes them for headers, in which unnamed namespaces would be a mistake.
target_compile_options(rascade_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
# What an aggregate's initializer leaves out has a default that means something.
target_compile_options(rascade_options INTERFACE -Wno-missing-field-initializers)
# Results must not depend on the machine that compiled them: no contraction into fused operations.
target_compile_options(rascade_options INTERFACE -ffp-contract=off)
if(RASCADE_SANITIZE)
  target_compile_options(rascade_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rascade_options INTERFACE -fsanitize=address,undefined)
endif()

# The presets asan and release compile most files of a folder as one (CMAKE_UNITY_BUILD), which takes a third
# of the time; so what is in a module's unnamed namespaces needs names that differ. Preset dev keeps files apart.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)

# Modules whose code steers libFuzzer by its coverage.
set(fuzzed_modules base model language network)

# rascade_module(<name> SOURCES a.cpp … DEPENDS base model … LIBRARIES fmt::fmt …)
# DEPENDS names the modules this one may include; docs/layers.txt holds the same list.
function(rascade_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(rascade_${name} STATIC ${ARG_SOURCES})
  add_library(rascade::${name} ALIAS rascade_${name})
  target_include_directories(rascade_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<INSTALL_INTERFACE:include>)
  target_link_libraries(rascade_${name} PRIVATE $<BUILD_INTERFACE:rascade_options>)
  target_compile_features(rascade_${name} PUBLIC cxx_std_20)
  if(RASCADE_FUZZ AND name IN_LIST fuzzed_modules)
    target_compile_options(rascade_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  list(TRANSFORM ARG_DEPENDS PREPEND rascade::)
  target_link_libraries(rascade_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LIBRARIES})
endfunction()

# rascade_test(<name> SOURCES x_test.cpp … DEPENDS base … SHARDS n) makes one test program, discovered by CTest.
# What is tested is optimised; the tests themselves are compiled more often than they run.
# Under sanitizers a program takes longer to start than most tests to run: there CTest starts it once for all of
# its tests, or as often as SHARDS says, each time for a part of them.
function(rascade_test name)
  cmake_parse_arguments(ARG "" "SHARDS" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND rascade::)
  target_link_libraries(${name}_test PRIVATE rascade_options ${ARG_DEPENDS} ${ARG_LIBRARIES}
    GTest::gmock GTest::gtest_main)
  target_compile_options(${name}_test PRIVATE -O0)
  if(NOT CMAKE_UNITY_BUILD)
    target_precompile_headers(${name}_test PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
  endif()
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name}_test PRIVATE RASCADE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(NOT RASCADE_SANITIZE)
    gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60)
    return()
  endif()
  set(shards ${ARG_SHARDS})
  if(NOT shards)
    set(shards 1)
  endif()
  foreach(shard RANGE 1 ${shards})
    math(EXPR index "${shard} - 1")
    add_test(NAME ${name}.${shard} COMMAND ${name}_test)
    set_tests_properties(${name}.${shard} PROPERTIES COST ${shards}
      ENVIRONMENT "GTEST_BRIEF=1;GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${index}")
  endforeach()
endfunction()
