# SPDX-License-Identifier: MIT
# What another project needs to read models, expand and simulate them: find_package(rascade CONFIG)
# gives rascade::language, rascade::network and so on. `cmake --install build --component library`.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/rascade")
set(library_modules base random graph model language network reduce sbml simulate ode ssa)
foreach(module IN LISTS library_modules)
  if(NOT TARGET rascade_${module})
    continue()
  endif()
  set_target_properties(rascade_${module} PROPERTIES EXPORT_NAME ${module})
  install(TARGETS rascade_${module} EXPORT rascade-targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/src/rascade/${module}" COMPONENT library
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rascade FILES_MATCHING PATTERN "*.hpp")
  list(APPEND library_targets rascade_${module})
endforeach()
add_custom_target(rascade_library DEPENDS ${library_targets})
install(EXPORT rascade-targets NAMESPACE rascade:: DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/rascade-config.cmake.in"
  "${PROJECT_BINARY_DIR}/rascade-config.cmake" INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/rascade-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/rascade-config.cmake"
  "${PROJECT_BINARY_DIR}/rascade-config-version.cmake" "${CMAKE_CURRENT_LIST_DIR}/Findlibsbml.cmake"
  DESTINATION ${package_folder} COMPONENT library)
