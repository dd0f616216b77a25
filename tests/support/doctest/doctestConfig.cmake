# doctest for Windows, given as doctest_DIR: Debian's lies among the headers of this system, which a compiler for another
# must not see.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/doctest)
file(CREATE_LINK /usr/include/doctest ${CMAKE_BINARY_DIR}/doctest/doctest SYMBOLIC)
add_library(doctest::doctest INTERFACE IMPORTED)
target_include_directories(doctest::doctest INTERFACE ${CMAKE_BINARY_DIR}/doctest)
