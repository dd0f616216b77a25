// SPDX-License-Identifier: MIT
#include "program.hpp"

int main(int argc, char **argv) { return report::program(argc, argv, report::ranks_of_one()); }
