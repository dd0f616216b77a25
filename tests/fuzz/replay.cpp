// SPDX-License-Identifier: MIT
// Runs a fuzz target over files, those of a folder where one is named: what was found once is looked at in
// every test run, with any compiler.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv) {
    namespace fs = std::filesystem;
    std::size_t files = 0;
    const auto replay = [&](const fs::path &path) {
        std::ifstream file{path, std::ios::binary};
        const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
        ++files;
    };
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) {
            replay(argv[i]);
            continue;
        }
        for (const auto &entry : fs::recursive_directory_iterator{argv[i]})
            if (entry.is_regular_file()) replay(entry.path());
    }
    std::printf("%zu files\n", files);
    return files == 0 ? 1 : 0;
}
