// Written by scripts/embed-assets; do not edit.
#include "CPages.h"

// #embed is C23 and still called an extension by clang in C17 mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../Web/Static/crosstie.css"
};
static const unsigned char file1[] = {
#embed "../Web/Static/icon.svg"
};
static const unsigned char file2[] = {
#embed "../Web/Templates/cited-line.mustache"
};
static const unsigned char file3[] = {
#embed "../Web/Templates/clock-line.mustache"
};
static const unsigned char file4[] = {
#embed "../Web/Templates/draft.mustache"
};
static const unsigned char file5[] = {
#embed "../Web/Templates/episode-line.mustache"
};
static const unsigned char file6[] = {
#embed "../Web/Templates/error.mustache"
};
static const unsigned char file7[] = {
#embed "../Web/Templates/evidence.mustache"
};
static const unsigned char file8[] = {
#embed "../Web/Templates/ladder.mustache"
};
static const unsigned char file9[] = {
#embed "../Web/Templates/layout.mustache"
};
static const unsigned char file10[] = {
#embed "../Web/Templates/mark.mustache"
};
static const unsigned char file11[] = {
#embed "../Web/Templates/person.mustache"
};
static const unsigned char file12[] = {
#embed "../Web/Templates/prep.mustache"
};
static const unsigned char file13[] = {
#embed "../Web/Templates/sign-in.mustache"
};
static const unsigned char file14[] = {
#embed "../Web/Templates/source-links.mustache"
};
static const unsigned char file15[] = {
#embed "../Web/Templates/source-list.mustache"
};
static const unsigned char file16[] = {
#embed "../Web/Templates/state-words.mustache"
};
static const unsigned char file17[] = {
#embed "../Web/Templates/week.mustache"
};

static const struct { const char *name; const unsigned char *bytes; size_t size; } files[] = {
    {"Static/crosstie.css", file0, sizeof file0},
    {"Static/icon.svg", file1, sizeof file1},
    {"Templates/cited-line.mustache", file2, sizeof file2},
    {"Templates/clock-line.mustache", file3, sizeof file3},
    {"Templates/draft.mustache", file4, sizeof file4},
    {"Templates/episode-line.mustache", file5, sizeof file5},
    {"Templates/error.mustache", file6, sizeof file6},
    {"Templates/evidence.mustache", file7, sizeof file7},
    {"Templates/ladder.mustache", file8, sizeof file8},
    {"Templates/layout.mustache", file9, sizeof file9},
    {"Templates/mark.mustache", file10, sizeof file10},
    {"Templates/person.mustache", file11, sizeof file11},
    {"Templates/prep.mustache", file12, sizeof file12},
    {"Templates/sign-in.mustache", file13, sizeof file13},
    {"Templates/source-links.mustache", file14, sizeof file14},
    {"Templates/source-list.mustache", file15, sizeof file15},
    {"Templates/state-words.mustache", file16, sizeof file16},
    {"Templates/week.mustache", file17, sizeof file17},
};

size_t cpages_count(void) { return sizeof files / sizeof files[0]; }
const char *cpages_name(size_t index) { return index < cpages_count() ? files[index].name : 0; }
const unsigned char *cpages_bytes(size_t index) { return index < cpages_count() ? files[index].bytes : 0; }
size_t cpages_size(size_t index) { return index < cpages_count() ? files[index].size : 0; }
