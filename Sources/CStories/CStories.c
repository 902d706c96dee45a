#include "CStories.h"

// #embed is C23 and still called an extension by clang in C17 mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One block a file of Sources/Demo/Scripts; a test compares the table below with the folder.
static const unsigned char story_alerts[] = {
#embed "../Demo/Scripts/alerts.txt"
};
static const unsigned char story_architecture_q1[] = {
#embed "../Demo/Scripts/architecture-q1.txt"
};
static const unsigned char story_architecture_q2[] = {
#embed "../Demo/Scripts/architecture-q2.txt"
};
static const unsigned char story_architecture_q3[] = {
#embed "../Demo/Scripts/architecture-q3.txt"
};
static const unsigned char story_care_q1[] = {
#embed "../Demo/Scripts/care-q1.txt"
};
static const unsigned char story_care_q2[] = {
#embed "../Demo/Scripts/care-q2.txt"
};
static const unsigned char story_care_q3[] = {
#embed "../Demo/Scripts/care-q3.txt"
};
static const unsigned char story_data_q1[] = {
#embed "../Demo/Scripts/data-q1.txt"
};
static const unsigned char story_data_q2[] = {
#embed "../Demo/Scripts/data-q2.txt"
};
static const unsigned char story_data_q3[] = {
#embed "../Demo/Scripts/data-q3.txt"
};
static const unsigned char story_design_q1[] = {
#embed "../Demo/Scripts/design-q1.txt"
};
static const unsigned char story_design_q2[] = {
#embed "../Demo/Scripts/design-q2.txt"
};
static const unsigned char story_design_q3[] = {
#embed "../Demo/Scripts/design-q3.txt"
};
static const unsigned char story_dispatch_q1[] = {
#embed "../Demo/Scripts/dispatch-q1.txt"
};
static const unsigned char story_dispatch_q2[] = {
#embed "../Demo/Scripts/dispatch-q2.txt"
};
static const unsigned char story_dispatch_q3[] = {
#embed "../Demo/Scripts/dispatch-q3.txt"
};
static const unsigned char story_gdansk_2026[] = {
#embed "../Demo/Scripts/gdansk-2026.txt"
};
static const unsigned char story_general_q1[] = {
#embed "../Demo/Scripts/general-q1.txt"
};
static const unsigned char story_general_q2[] = {
#embed "../Demo/Scripts/general-q2.txt"
};
static const unsigned char story_general_q3[] = {
#embed "../Demo/Scripts/general-q3.txt"
};
static const unsigned char story_help_ci_q1[] = {
#embed "../Demo/Scripts/help-ci-q1.txt"
};
static const unsigned char story_help_ci_q2[] = {
#embed "../Demo/Scripts/help-ci-q2.txt"
};
static const unsigned char story_help_ci_q3[] = {
#embed "../Demo/Scripts/help-ci-q3.txt"
};
static const unsigned char story_help_tools_q1[] = {
#embed "../Demo/Scripts/help-tools-q1.txt"
};
static const unsigned char story_help_tools_q2[] = {
#embed "../Demo/Scripts/help-tools-q2.txt"
};
static const unsigned char story_help_tools_q3[] = {
#embed "../Demo/Scripts/help-tools-q3.txt"
};
static const unsigned char story_incidents_q1[] = {
#embed "../Demo/Scripts/incidents-q1.txt"
};
static const unsigned char story_incidents_q2[] = {
#embed "../Demo/Scripts/incidents-q2.txt"
};
static const unsigned char story_incidents_q3[] = {
#embed "../Demo/Scripts/incidents-q3.txt"
};
static const unsigned char story_kudos_q1[] = {
#embed "../Demo/Scripts/kudos-q1.txt"
};
static const unsigned char story_kudos_q2[] = {
#embed "../Demo/Scripts/kudos-q2.txt"
};
static const unsigned char story_kudos_q3[] = {
#embed "../Demo/Scripts/kudos-q3.txt"
};
static const unsigned char story_leads_q1[] = {
#embed "../Demo/Scripts/leads-q1.txt"
};
static const unsigned char story_leads_q2[] = {
#embed "../Demo/Scripts/leads-q2.txt"
};
static const unsigned char story_leads_q3[] = {
#embed "../Demo/Scripts/leads-q3.txt"
};
static const unsigned char story_papers_q1[] = {
#embed "../Demo/Scripts/papers-q1.txt"
};
static const unsigned char story_papers_q2[] = {
#embed "../Demo/Scripts/papers-q2.txt"
};
static const unsigned char story_papers_q3[] = {
#embed "../Demo/Scripts/papers-q3.txt"
};
static const unsigned char story_platform_q1[] = {
#embed "../Demo/Scripts/platform-q1.txt"
};
static const unsigned char story_platform_q2[] = {
#embed "../Demo/Scripts/platform-q2.txt"
};
static const unsigned char story_platform_q3[] = {
#embed "../Demo/Scripts/platform-q3.txt"
};
static const unsigned char story_random_q1[] = {
#embed "../Demo/Scripts/random-q1.txt"
};
static const unsigned char story_random_q2[] = {
#embed "../Demo/Scripts/random-q2.txt"
};
static const unsigned char story_random_q3[] = {
#embed "../Demo/Scripts/random-q3.txt"
};
static const unsigned char story_releases_q1[] = {
#embed "../Demo/Scripts/releases-q1.txt"
};
static const unsigned char story_releases_q2[] = {
#embed "../Demo/Scripts/releases-q2.txt"
};
static const unsigned char story_releases_q3[] = {
#embed "../Demo/Scripts/releases-q3.txt"
};
static const unsigned char story_telemetry_q1[] = {
#embed "../Demo/Scripts/telemetry-q1.txt"
};
static const unsigned char story_telemetry_q2[] = {
#embed "../Demo/Scripts/telemetry-q2.txt"
};
static const unsigned char story_telemetry_q3[] = {
#embed "../Demo/Scripts/telemetry-q3.txt"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t size;
} stories[] = {
    {"alerts.txt", story_alerts, sizeof story_alerts},
    {"architecture-q1.txt", story_architecture_q1, sizeof story_architecture_q1},
    {"architecture-q2.txt", story_architecture_q2, sizeof story_architecture_q2},
    {"architecture-q3.txt", story_architecture_q3, sizeof story_architecture_q3},
    {"care-q1.txt", story_care_q1, sizeof story_care_q1},
    {"care-q2.txt", story_care_q2, sizeof story_care_q2},
    {"care-q3.txt", story_care_q3, sizeof story_care_q3},
    {"data-q1.txt", story_data_q1, sizeof story_data_q1},
    {"data-q2.txt", story_data_q2, sizeof story_data_q2},
    {"data-q3.txt", story_data_q3, sizeof story_data_q3},
    {"design-q1.txt", story_design_q1, sizeof story_design_q1},
    {"design-q2.txt", story_design_q2, sizeof story_design_q2},
    {"design-q3.txt", story_design_q3, sizeof story_design_q3},
    {"dispatch-q1.txt", story_dispatch_q1, sizeof story_dispatch_q1},
    {"dispatch-q2.txt", story_dispatch_q2, sizeof story_dispatch_q2},
    {"dispatch-q3.txt", story_dispatch_q3, sizeof story_dispatch_q3},
    {"gdansk-2026.txt", story_gdansk_2026, sizeof story_gdansk_2026},
    {"general-q1.txt", story_general_q1, sizeof story_general_q1},
    {"general-q2.txt", story_general_q2, sizeof story_general_q2},
    {"general-q3.txt", story_general_q3, sizeof story_general_q3},
    {"help-ci-q1.txt", story_help_ci_q1, sizeof story_help_ci_q1},
    {"help-ci-q2.txt", story_help_ci_q2, sizeof story_help_ci_q2},
    {"help-ci-q3.txt", story_help_ci_q3, sizeof story_help_ci_q3},
    {"help-tools-q1.txt", story_help_tools_q1, sizeof story_help_tools_q1},
    {"help-tools-q2.txt", story_help_tools_q2, sizeof story_help_tools_q2},
    {"help-tools-q3.txt", story_help_tools_q3, sizeof story_help_tools_q3},
    {"incidents-q1.txt", story_incidents_q1, sizeof story_incidents_q1},
    {"incidents-q2.txt", story_incidents_q2, sizeof story_incidents_q2},
    {"incidents-q3.txt", story_incidents_q3, sizeof story_incidents_q3},
    {"kudos-q1.txt", story_kudos_q1, sizeof story_kudos_q1},
    {"kudos-q2.txt", story_kudos_q2, sizeof story_kudos_q2},
    {"kudos-q3.txt", story_kudos_q3, sizeof story_kudos_q3},
    {"leads-q1.txt", story_leads_q1, sizeof story_leads_q1},
    {"leads-q2.txt", story_leads_q2, sizeof story_leads_q2},
    {"leads-q3.txt", story_leads_q3, sizeof story_leads_q3},
    {"papers-q1.txt", story_papers_q1, sizeof story_papers_q1},
    {"papers-q2.txt", story_papers_q2, sizeof story_papers_q2},
    {"papers-q3.txt", story_papers_q3, sizeof story_papers_q3},
    {"platform-q1.txt", story_platform_q1, sizeof story_platform_q1},
    {"platform-q2.txt", story_platform_q2, sizeof story_platform_q2},
    {"platform-q3.txt", story_platform_q3, sizeof story_platform_q3},
    {"random-q1.txt", story_random_q1, sizeof story_random_q1},
    {"random-q2.txt", story_random_q2, sizeof story_random_q2},
    {"random-q3.txt", story_random_q3, sizeof story_random_q3},
    {"releases-q1.txt", story_releases_q1, sizeof story_releases_q1},
    {"releases-q2.txt", story_releases_q2, sizeof story_releases_q2},
    {"releases-q3.txt", story_releases_q3, sizeof story_releases_q3},
    {"telemetry-q1.txt", story_telemetry_q1, sizeof story_telemetry_q1},
    {"telemetry-q2.txt", story_telemetry_q2, sizeof story_telemetry_q2},
    {"telemetry-q3.txt", story_telemetry_q3, sizeof story_telemetry_q3},
};

size_t cstories_count(void) { return sizeof stories / sizeof stories[0]; }
const char *cstories_name(size_t index) { return index < cstories_count() ? stories[index].name : NULL; }
const unsigned char *cstories_bytes(size_t index) { return index < cstories_count() ? stories[index].bytes : NULL; }
size_t cstories_size(size_t index) { return index < cstories_count() ? stories[index].size : 0; }
