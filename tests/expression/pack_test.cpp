#include "workbench.h"

#include "notation.h"

#include <doctest/doctest.h>

namespace holdfast {

namespace {

struct Pack : Workbench {
  Pack() {
    evaluation.is_pack = true;
    bind("flag", variable("flag", boolean_type()));
    bind("env", variable("env", text_type()));
    bind("raw", run("{ text = \"True\", days = \"35\", list = [1, 2], one = { a = 1 }, nothing = null }"));
  }
};

}  // namespace

TEST_CASE_FIXTURE(Pack, "null passes through what is read") {
  CHECK(show("raw.missing") == "null:any");
  CHECK(show("raw.missing.deeper[3].x") == "null:any");
  CHECK(show("raw.list[7]") == "null:any");
  CHECK(show("[for x in raw.nothing : x]") == "[]");
  CHECK(show("raw.nothing < 1") == "error");
  CHECK(show("raw.nothing == null") == "true");
}

TEST_CASE_FIXTURE(Pack, "numbers and bools may be written as text") {
  CHECK(show("raw.text ? 1 : 2") == "1");
  CHECK(show("raw.text == true") == "true");
  CHECK(show("raw.days == 35") == "true");
  CHECK(show("raw.days > 30") == "true");
  CHECK(show("raw.days == \"35\"") == "true");
}

TEST_CASE_FIXTURE(Pack, "lists of truths are decided as early as they can be") {
  CHECK(show("any([])") == "false");
  CHECK(show("all([])") == "true");
  CHECK(show("any(null)") == "false");
  CHECK(show("any([ub, true])") == "true");
  CHECK(show("any([ub, false])") == "?bool!");
  CHECK(show("all([ub, false])") == "false");
  CHECK(show("any([ub, flag])") == "(true | ?bool!)");
  CHECK(show("count([true, ub, false])") == "?number! >=1 <=2");
  CHECK(show("count([true, flag])") == "(2 | 1)");
}

TEST_CASE_FIXTURE(Pack, "an example is rather what is there for certain") {
  CHECK(show("example([for x in [1, 2] : x if x > 1 || flag])") == "2");
  CHECK(show("example([for x in [1] : x if flag])") == "(1 | null:any)");
  CHECK(show("example([])") == "null:any");
  CHECK(show("first([for x in [1, 2] : x if x > 1 || flag])") == "(1 | 2)");
}

TEST_CASE_FIXTURE(Pack, "bounds survive what is unknown") {
  CHECK(show("min([5, un, 3])") == "?number! <=3");
  CHECK(show("min([5, un, 3]) <= 4") == "true");
  CHECK(show("max([5, un], 7) >= 7") == "true");
  CHECK(show("min([], null, infinity)") == "+Inf");
  CHECK(show("min([])") == "null:number");
  CHECK(show("min([flag ? 3 : 9, 5])") == "(3 | 5)");
  CHECK(show("min([for x in [60, 15] : x if x > 20 || flag])") == "(15 | 60)");
}

TEST_CASE_FIXTURE(Pack, "durations are told in words") {
  CHECK(show("duration(15)") == "\"15 minutes\"");
  CHECK(show("duration(1)") == "\"1 minute\"");
  CHECK(show("duration(240)") == "\"4 hours\"");
  CHECK(show("duration(1500)") == "\"1 day 1 hour\"");
  CHECK(show("duration(0)") == "\"0 minutes\"");
  CHECK(show("duration(infinity)") == "\"forever\"");
}

TEST_CASE_FIXTURE(Pack, "patterns match what is known of a text") {
  CHECK(show("glob(\"a*c?\", \"abbcd\")") == "true");
  CHECK(show("glob(\"a*c?\", \"abbc\")") == "false");
  CHECK(show("glob(\"?\", \"é\")") == "true");
  CHECK(show("glob(\"??\", \"é\")") == "false");
  CHECK(show("glob(\"arn:*\", \"arn:${us}\")") == "true");
  CHECK(show("glob(\"x:*\", \"arn:${us}\")") == "false");
  CHECK(show("glob(\"*:x\", \"arn:${us}\")") == "?bool!");
  CHECK(show("glob(\"*\", us)") == "true");
  CHECK(show("glob_any([\"b*\", \"a*\"], \"abc\")") == "true");
  CHECK(show("same_ignoring_case(\"Prod\", \"prod\")") == "true");
  CHECK(show("nearest(\"Critcal\", [\"high\", \"critical\"])") == "\"critical\"");
  CHECK(show("nearest(\"web\", [\"high\", \"critical\"])") == "null:string");
}

TEST_CASE_FIXTURE(Pack, "names in colons are taken apart") {
  CHECK(show("arn_part(\"arn:p:store:r-1:${us}:box:main\", \"region\")") == "\"r-1\"");
  CHECK(show("arn_part(\"arn:p:store:r-1:${us}:box:main\", \"account\")") == "?string");
  CHECK(show("arn_part(\"arn:p:store:r-1:${us}:box:main\", \"resource\")") == "\"box:main\"");
  CHECK(show("arn_part(\"arn:p:store:${us}:1:box:${us}\", \"resource\")") == "?string! prefix \"box:\"");
  CHECK(show("arn_part(\"main\", \"region\")") == "null:any");
  CHECK(show("arn_part(us, \"region\")") == "?string!");
}

TEST_CASE_FIXTURE(Pack, "blocks are lists however they were written") {
  CHECK(show("blocks(null)") == "[]");
  CHECK(show("blocks(raw.one)") == "[{\"a\":1}]");
  CHECK(show("blocks(raw.list)") == "[1, 2]");
}

TEST_CASE_FIXTURE(Pack, "policies are read into one shape") {
  CHECK(show("policy_statements(null)") == "[]");
  CHECK(
      show(
          "policy_statements({ Statement = { Effect = \"Deny\", Principal = \"*\", Action = \"a:b\" } })[0].actions") ==
      "[\"a:b\"]");
  CHECK(show("policy_statements(\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Deny\\\",\\\"Resource\\\":\\\"x/"
             "${us}\\\"}]}\")[0]"
             ".resources") == "[?string! prefix \"x/\"]");
  CHECK(show("policy_statements({ Statement = [{ Principal = { K = [\"a\", \"b\"] } }] })[0].principals[1].value") ==
        "\"b\"");
  CHECK(show("policy_statements({ Statement = [{ Condition = { Eq = { k = \"v\" } } }] })[0].conditions") ==
        "[{\"key\":\"k\", \"operator\":\"Eq\", \"values\":[\"v\"]}]");
  CHECK(show("policy_statements(us)") == "?any!");
}

TEST_CASE_FIXTURE(Pack, "schedules are measured") {
  CHECK(show("schedule_gap(\"cron(0 5 * * ? *)\")") == "1440");
  CHECK(show("schedule_gap(\"rate(12 hours)\")") == "720");
  CHECK(show("schedule_problem(\"cron(0 5 * * ? *)\")") == "null:any");
  CHECK(show("schedule_problem(\"cron(0 5 * * *)\").kind") == "\"missing_year\"");
  CHECK(show("schedule_gap(us)") == "?number");
  CHECK(show("schedule_gap_union([{ schedule = \"cron(0 5 * * ? *)\" }, { schedule = \"cron(0 17 * * ? *)\" }])") ==
        "720");
  CHECK(show("schedule_gap_union([{ schedule = \"cron(0 5 * * ? *)\" }, { schedule = us }])") == "?number! <=1440");
  CHECK(show("schedule_gap_union([{ schedule = \"cron(0 5 * * ? *)\" }, { schedule = us, start_window = 60 }])") ==
        "?number!");
  CHECK(show("schedule_swallowed([{ schedule = \"cron(0 * * * ? *)\", retention = 7 }, "
             "{ schedule = \"cron(0 0/12 * * ? *)\", start_window = 360 }])") == "0.5");
  CHECK(show("schedule_swallowed([{ schedule = \"cron(0 5 * * ? *)\" }, { schedule = us }])") == "?number!");
  CHECK(show("schedule_swallowed([])") == "0");
}

TEST_CASE_FIXTURE(Pack, "a value tells whether somebody wrote it") {
  bind("written", Value::integer(1).with_origin(arena.add_origin({.span = {FileId{3}, 1, 2}})));
  CHECK(show("is_set(written)") == "true");
  CHECK(show("is_set(1)") == "false");
  CHECK(show("is_set(null)") == "false");
  CHECK(show("is_set(at(written, 2))") == "true");
  CHECK(show("is_known(us)") == "false");
  CHECK(show("is_known([us])") == "false");
  CHECK(show("is_known(flag ? us : 1)") == "(true | false)");
}

TEST_CASE_FIXTURE(Pack, "values keep the places in the user's source") {
  const OriginId origin = arena.add_origin({.span = {FileId{3}, 10, 20}});
  bind("written", Value::integer(1).with_origin(origin));
  bind("holder", run("{ a = written }"));
  CHECK(run("holder.a").origin() == origin);
  CHECK(run("true ? written : 2").origin() == origin);
  CHECK(run("1").origin() == kNoOrigin);
  CHECK(run("written + 1").origin() == kNoOrigin);
  CHECK(run("at(written, 5)").origin() == origin);
}

}  // namespace holdfast
