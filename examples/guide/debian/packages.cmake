# The packages that cpack -G DEB makes: the headers, and the program where it is built.

set(CPACK_PACKAGE_CONTACT "the kpi authors" CACHE STRING "Who keeps the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # it would come before each package's own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/policy.cmake)

set(CPACK_COMPONENTS_ALL libkpi-dev)
set(CPACK_DEBIAN_LIBKPI-DEV_PACKAGE_NAME libkpi-dev)
set(CPACK_DEBIAN_LIBKPI-DEV_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_LIBKPI-DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBKPI-DEV_DESCRIPTION "streaming sales metrics without a heap, as headers for C++20
Reply rate, win rate, response time and a hundred more: figures that stay
exact until they are shown, at compile time, in a server and in firmware.")

if(TARGET kpi-report)
  list(APPEND CPACK_COMPONENTS_ALL kpi-report)
  set(CPACK_DEBIAN_KPI-REPORT_PACKAGE_NAME kpi-report)
  set(CPACK_DEBIAN_KPI-REPORT_PACKAGE_SECTION utils)
  set(CPACK_DEBIAN_KPI-REPORT_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_KPI-REPORT_DESCRIPTION "scorecard of a sales log, or of a CRM's or dialer's export
It reads CSV, says what the figures mean and how sure they are, and prints
text, a page with charts, JSON, CSV or OpenMetrics.")
endif()
include(CPack)
