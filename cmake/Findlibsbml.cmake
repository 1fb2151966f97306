# SPDX-License-Identifier: MIT
# The target libsbml::archive: of the shared library every run of a program would pay for all, megabytes of it,
# whether it writes SBML or not.
include(FindPackageHandleStandardArgs)
find_path(libsbml_INCLUDE_DIR sbml/SBMLTypes.h)
find_library(libsbml_ARCHIVE sbml-static)
find_library(libsbml_XML xml2)
find_library(libsbml_BZ2 bz2)
find_library(libsbml_Z z)
find_package_handle_standard_args(libsbml REQUIRED_VARS
  libsbml_ARCHIVE libsbml_INCLUDE_DIR libsbml_XML libsbml_BZ2 libsbml_Z)
if(libsbml_FOUND AND NOT TARGET libsbml::archive)
  add_library(libsbml::archive STATIC IMPORTED)
  set_target_properties(libsbml::archive PROPERTIES
    IMPORTED_LOCATION "${libsbml_ARCHIVE}"
    INTERFACE_INCLUDE_DIRECTORIES "${libsbml_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${libsbml_XML};${libsbml_BZ2};${libsbml_Z}")
endif()
