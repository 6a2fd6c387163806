#include "command/command.h"

int main(int argc, char** argv) { return holdfast::run_command(argc, argv, holdfast::embedded_packs()); }
