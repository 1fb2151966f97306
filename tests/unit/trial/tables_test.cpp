// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rascade/trial/statistics.hpp"

namespace rascade::trial {
namespace {

const std::vector<Subject> subjects{{"p1", "A", -42.5, "PR", 126, true, "feedback"},
                                    {"p2", "B\tx", 3, "SD", 730, false, ""}};

TEST(AdslTable, HasARowASubject)
{
  EXPECT_EQ(adsl_table(subjects),
            "USUBJID\tARM\tBOR\tPROGFL\tROUTE\n"
            "p1\tA\tPR\tY\tfeedback\n"
            "p2\tB x\tSD\tN\t\n");
}

TEST(AdtteTable, MarksEventsByZeroAndCensoringByOne)
{
  EXPECT_EQ(adtte_table(subjects),
            "USUBJID\tARM\tPARAMCD\tAVAL\tAVALU\tCNSR\tEVNTDESC\n"
            "p1\tA\tPFS\t126\tDAYS\t0\tPROGRESSION\n"
            "p2\tB x\tPFS\t730\tDAYS\t1\tEND OF FOLLOW-UP\n");
}

TEST(AdrsTable, GivesBestResponseAndBestChange)
{
  EXPECT_EQ(adrs_table(subjects),
            "USUBJID\tARM\tPARAMCD\tAVALC\tPCHG\n"
            "p1\tA\tBOR\tPR\t-42.5\n"
            "p2\tB x\tBOR\tSD\t3\n");
}

}  // namespace
}  // namespace rascade::trial
