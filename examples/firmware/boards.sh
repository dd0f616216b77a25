# shellcheck shell=bash disable=SC2034,SC2054 # what is set here is for those who source it; options have commas
# The processors that the firmware is built for, and the machine of QEMU that has each: `board m0` says how to compile,
# where flash and RAM lie, how fast SysTick counts, and how to run an image.

cores=(m0 m3 m4f m33)

# Without exceptions, RTTI and guards; each function in a section of its own, so that what nobody calls is left out.
# No libstdc++ is linked: what would need its heap, its locale or its stdio does not link.
compile=(arm-none-eabi-g++ -std=c++20 -Os -fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-use-cxa-atexit
    -fno-unwind-tables -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
libraries=(-nostdlib -lc_nano -lgcc)

board() {
    local machine flash ram
    case $1 in
    m0) cpu=(-mcpu=cortex-m0 -mthumb) machine=microbit flash=(0 256K) ram=(0x20000000 16K) hertz=16000000 ;;
    m3) cpu=(-mcpu=cortex-m3 -mthumb) machine=mps2-an385 flash=(0 4M) ram=(0x20000000 4M) hertz=25000000 ;;
    m4f)
        cpu=(-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16)
        machine=mps2-an386 flash=(0 4M) ram=(0x20000000 4M) hertz=25000000
        ;;
    m33)
        cpu=(-mcpu=cortex-m33 -mthumb -mfloat-abi=hard -mfpu=fpv5-sp-d16)
        machine=mps2-an505 flash=(0x10000000 4M) ram=(0x38000000 2M) hertz=20000000
        ;;
    *)
        echo "$1 is none of ${cores[*]}" >&2
        return 2
        ;;
    esac
    link=(-nostartfiles -T "$firmware/image.ld" -Wl,--gc-sections -Wl,--fatal-warnings -Wl,--no-warn-rwx-segments
        "-Wl,--defsym=flash_start=${flash[0]}" "-Wl,--defsym=flash_size=${flash[1]}"
        "-Wl,--defsym=ram_start=${ram[0]}" "-Wl,--defsym=ram_size=${ram[1]}")
    # What the firmware prints comes out on standard output, and its exit status is that of QEMU. A processor that
    # locks up would hang. An instruction takes 64 ns of its time, so that each run is the same.
    emulate=(timeout 120 qemu-system-arm -M "$machine" -display none -monitor none -serial null -icount shift=6
        -chardev stdio,id=out -semihosting-config enable=on,target=native,chardev=out)
}

firmware=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# image CORE OUTPUT SOURCE [OPTION...]: compiles and links one program.
image() {
    local output=$2 source=$3
    board "$1"
    shift 3
    mkdir -p "$(dirname "$output")"
    "${compile[@]}" "${cpu[@]}" "-DHERTZ=${hertz}u" -I"$firmware/../../include" -I"$firmware" "${link[@]}" "$@" \
        "$firmware/startup.cpp" "$source" "${libraries[@]}" -o "$output"
}
