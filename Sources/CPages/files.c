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
#embed "../Web/Static/typing.js"
};
static const unsigned char file3[] = {
#embed "../Web/Templates/audit.mustache"
};
static const unsigned char file4[] = {
#embed "../Web/Templates/audits.mustache"
};
static const unsigned char file5[] = {
#embed "../Web/Templates/board-case.mustache"
};
static const unsigned char file6[] = {
#embed "../Web/Templates/board.mustache"
};
static const unsigned char file7[] = {
#embed "../Web/Templates/boards.mustache"
};
static const unsigned char file8[] = {
#embed "../Web/Templates/brief-settings.mustache"
};
static const unsigned char file9[] = {
#embed "../Web/Templates/brief-share.mustache"
};
static const unsigned char file10[] = {
#embed "../Web/Templates/brief-sources.mustache"
};
static const unsigned char file11[] = {
#embed "../Web/Templates/brief-words.mustache"
};
static const unsigned char file12[] = {
#embed "../Web/Templates/brief.mustache"
};
static const unsigned char file13[] = {
#embed "../Web/Templates/choice.mustache"
};
static const unsigned char file14[] = {
#embed "../Web/Templates/cited-line.mustache"
};
static const unsigned char file15[] = {
#embed "../Web/Templates/clock-line.mustache"
};
static const unsigned char file16[] = {
#embed "../Web/Templates/de.json"
};
static const unsigned char file17[] = {
#embed "../Web/Templates/decision-fields.mustache"
};
static const unsigned char file18[] = {
#embed "../Web/Templates/decision-line.mustache"
};
static const unsigned char file19[] = {
#embed "../Web/Templates/decision.mustache"
};
static const unsigned char file20[] = {
#embed "../Web/Templates/decisions.mustache"
};
static const unsigned char file21[] = {
#embed "../Web/Templates/draft.mustache"
};
static const unsigned char file22[] = {
#embed "../Web/Templates/en.json"
};
static const unsigned char file23[] = {
#embed "../Web/Templates/entry.mustache"
};
static const unsigned char file24[] = {
#embed "../Web/Templates/episode-card.mustache"
};
static const unsigned char file25[] = {
#embed "../Web/Templates/episode-line.mustache"
};
static const unsigned char file26[] = {
#embed "../Web/Templates/erasure.mustache"
};
static const unsigned char file27[] = {
#embed "../Web/Templates/error.mustache"
};
static const unsigned char file28[] = {
#embed "../Web/Templates/evidence.mustache"
};
static const unsigned char file29[] = {
#embed "../Web/Templates/help.mustache"
};
static const unsigned char file30[] = {
#embed "../Web/Templates/jobs.mustache"
};
static const unsigned char file31[] = {
#embed "../Web/Templates/ladder.mustache"
};
static const unsigned char file32[] = {
#embed "../Web/Templates/layout.mustache"
};
static const unsigned char file33[] = {
#embed "../Web/Templates/level-up.mustache"
};
static const unsigned char file34[] = {
#embed "../Web/Templates/mark.mustache"
};
static const unsigned char file35[] = {
#embed "../Web/Templates/move-line.mustache"
};
static const unsigned char file36[] = {
#embed "../Web/Templates/move.mustache"
};
static const unsigned char file37[] = {
#embed "../Web/Templates/moves.mustache"
};
static const unsigned char file38[] = {
#embed "../Web/Templates/network-card.mustache"
};
static const unsigned char file39[] = {
#embed "../Web/Templates/network-line.mustache"
};
static const unsigned char file40[] = {
#embed "../Web/Templates/network.mustache"
};
static const unsigned char file41[] = {
#embed "../Web/Templates/notes.mustache"
};
static const unsigned char file42[] = {
#embed "../Web/Templates/objection.mustache"
};
static const unsigned char file43[] = {
#embed "../Web/Templates/objections.mustache"
};
static const unsigned char file44[] = {
#embed "../Web/Templates/pack-item.mustache"
};
static const unsigned char file45[] = {
#embed "../Web/Templates/pack.mustache"
};
static const unsigned char file46[] = {
#embed "../Web/Templates/pay.mustache"
};
static const unsigned char file47[] = {
#embed "../Web/Templates/person.mustache"
};
static const unsigned char file48[] = {
#embed "../Web/Templates/prep.mustache"
};
static const unsigned char file49[] = {
#embed "../Web/Templates/print.mustache"
};
static const unsigned char file50[] = {
#embed "../Web/Templates/proposal.mustache"
};
static const unsigned char file51[] = {
#embed "../Web/Templates/record.mustache"
};
static const unsigned char file52[] = {
#embed "../Web/Templates/requests.mustache"
};
static const unsigned char file53[] = {
#embed "../Web/Templates/review-feedback-about.mustache"
};
static const unsigned char file54[] = {
#embed "../Web/Templates/review-feedback.mustache"
};
static const unsigned char file55[] = {
#embed "../Web/Templates/review-form.mustache"
};
static const unsigned char file56[] = {
#embed "../Web/Templates/review-wording.mustache"
};
static const unsigned char file57[] = {
#embed "../Web/Templates/review.mustache"
};
static const unsigned char file58[] = {
#embed "../Web/Templates/reviews.mustache"
};
static const unsigned char file59[] = {
#embed "../Web/Templates/room-cue.mustache"
};
static const unsigned char file60[] = {
#embed "../Web/Templates/room.mustache"
};
static const unsigned char file61[] = {
#embed "../Web/Templates/rooms.mustache"
};
static const unsigned char file62[] = {
#embed "../Web/Templates/rounds.mustache"
};
static const unsigned char file63[] = {
#embed "../Web/Templates/rung-side.mustache"
};
static const unsigned char file64[] = {
#embed "../Web/Templates/settings.mustache"
};
static const unsigned char file65[] = {
#embed "../Web/Templates/sign-in.mustache"
};
static const unsigned char file66[] = {
#embed "../Web/Templates/source-links.mustache"
};
static const unsigned char file67[] = {
#embed "../Web/Templates/source-list.mustache"
};
static const unsigned char file68[] = {
#embed "../Web/Templates/state-words.mustache"
};
static const unsigned char file69[] = {
#embed "../Web/Templates/support-card.mustache"
};
static const unsigned char file70[] = {
#embed "../Web/Templates/support.mustache"
};
static const unsigned char file71[] = {
#embed "../Web/Templates/switch.mustache"
};
static const unsigned char file72[] = {
#embed "../Web/Templates/take-along.mustache"
};
static const unsigned char file73[] = {
#embed "../Web/Templates/talk-panel.mustache"
};
static const unsigned char file74[] = {
#embed "../Web/Templates/team-week.mustache"
};
static const unsigned char file75[] = {
#embed "../Web/Templates/tokens.mustache"
};
static const unsigned char file76[] = {
#embed "../Web/Templates/trials.mustache"
};
static const unsigned char file77[] = {
#embed "../Web/Templates/week.mustache"
};

static const struct { const char *name; const unsigned char *bytes; size_t size; } files[] = {
    {"Static/crosstie.css", file0, sizeof file0},
    {"Static/icon.svg", file1, sizeof file1},
    {"Static/typing.js", file2, sizeof file2},
    {"Templates/audit.mustache", file3, sizeof file3},
    {"Templates/audits.mustache", file4, sizeof file4},
    {"Templates/board-case.mustache", file5, sizeof file5},
    {"Templates/board.mustache", file6, sizeof file6},
    {"Templates/boards.mustache", file7, sizeof file7},
    {"Templates/brief-settings.mustache", file8, sizeof file8},
    {"Templates/brief-share.mustache", file9, sizeof file9},
    {"Templates/brief-sources.mustache", file10, sizeof file10},
    {"Templates/brief-words.mustache", file11, sizeof file11},
    {"Templates/brief.mustache", file12, sizeof file12},
    {"Templates/choice.mustache", file13, sizeof file13},
    {"Templates/cited-line.mustache", file14, sizeof file14},
    {"Templates/clock-line.mustache", file15, sizeof file15},
    {"Templates/de.json", file16, sizeof file16},
    {"Templates/decision-fields.mustache", file17, sizeof file17},
    {"Templates/decision-line.mustache", file18, sizeof file18},
    {"Templates/decision.mustache", file19, sizeof file19},
    {"Templates/decisions.mustache", file20, sizeof file20},
    {"Templates/draft.mustache", file21, sizeof file21},
    {"Templates/en.json", file22, sizeof file22},
    {"Templates/entry.mustache", file23, sizeof file23},
    {"Templates/episode-card.mustache", file24, sizeof file24},
    {"Templates/episode-line.mustache", file25, sizeof file25},
    {"Templates/erasure.mustache", file26, sizeof file26},
    {"Templates/error.mustache", file27, sizeof file27},
    {"Templates/evidence.mustache", file28, sizeof file28},
    {"Templates/help.mustache", file29, sizeof file29},
    {"Templates/jobs.mustache", file30, sizeof file30},
    {"Templates/ladder.mustache", file31, sizeof file31},
    {"Templates/layout.mustache", file32, sizeof file32},
    {"Templates/level-up.mustache", file33, sizeof file33},
    {"Templates/mark.mustache", file34, sizeof file34},
    {"Templates/move-line.mustache", file35, sizeof file35},
    {"Templates/move.mustache", file36, sizeof file36},
    {"Templates/moves.mustache", file37, sizeof file37},
    {"Templates/network-card.mustache", file38, sizeof file38},
    {"Templates/network-line.mustache", file39, sizeof file39},
    {"Templates/network.mustache", file40, sizeof file40},
    {"Templates/notes.mustache", file41, sizeof file41},
    {"Templates/objection.mustache", file42, sizeof file42},
    {"Templates/objections.mustache", file43, sizeof file43},
    {"Templates/pack-item.mustache", file44, sizeof file44},
    {"Templates/pack.mustache", file45, sizeof file45},
    {"Templates/pay.mustache", file46, sizeof file46},
    {"Templates/person.mustache", file47, sizeof file47},
    {"Templates/prep.mustache", file48, sizeof file48},
    {"Templates/print.mustache", file49, sizeof file49},
    {"Templates/proposal.mustache", file50, sizeof file50},
    {"Templates/record.mustache", file51, sizeof file51},
    {"Templates/requests.mustache", file52, sizeof file52},
    {"Templates/review-feedback-about.mustache", file53, sizeof file53},
    {"Templates/review-feedback.mustache", file54, sizeof file54},
    {"Templates/review-form.mustache", file55, sizeof file55},
    {"Templates/review-wording.mustache", file56, sizeof file56},
    {"Templates/review.mustache", file57, sizeof file57},
    {"Templates/reviews.mustache", file58, sizeof file58},
    {"Templates/room-cue.mustache", file59, sizeof file59},
    {"Templates/room.mustache", file60, sizeof file60},
    {"Templates/rooms.mustache", file61, sizeof file61},
    {"Templates/rounds.mustache", file62, sizeof file62},
    {"Templates/rung-side.mustache", file63, sizeof file63},
    {"Templates/settings.mustache", file64, sizeof file64},
    {"Templates/sign-in.mustache", file65, sizeof file65},
    {"Templates/source-links.mustache", file66, sizeof file66},
    {"Templates/source-list.mustache", file67, sizeof file67},
    {"Templates/state-words.mustache", file68, sizeof file68},
    {"Templates/support-card.mustache", file69, sizeof file69},
    {"Templates/support.mustache", file70, sizeof file70},
    {"Templates/switch.mustache", file71, sizeof file71},
    {"Templates/take-along.mustache", file72, sizeof file72},
    {"Templates/talk-panel.mustache", file73, sizeof file73},
    {"Templates/team-week.mustache", file74, sizeof file74},
    {"Templates/tokens.mustache", file75, sizeof file75},
    {"Templates/trials.mustache", file76, sizeof file76},
    {"Templates/week.mustache", file77, sizeof file77},
};

size_t cpages_count(void) { return sizeof files / sizeof files[0]; }
const char *cpages_name(size_t index) { return index < cpages_count() ? files[index].name : 0; }
const unsigned char *cpages_bytes(size_t index) { return index < cpages_count() ? files[index].bytes : 0; }
size_t cpages_size(size_t index) { return index < cpages_count() ? files[index].size : 0; }
