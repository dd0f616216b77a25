// SPDX-License-Identifier: MIT
// kpi-report in several processes, on one machine or many: mpirun -n 4 kpi-report-mpi deals.csv --by rep

#include "program.hpp"
#include "ranks_of_mpi.hpp"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv) {
    MPI_Init(&argc, &argv);
    int code = 0;
    {
        ranks_of_mpi all;
        ::setenv("NO_COLOR", "1", 0); // mpirun's own terminal is not the user's
        if (!all.is_first()) static_cast<void>(std::freopen("/dev/null", "w", stdout)); // one rank prints
        code = report::program(argc, argv, all);
        if (std::getenv("KPI_RANKS_COST") != nullptr) all.tell_cost();
    }
    MPI_Finalize();
    return code;
}
