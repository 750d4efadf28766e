-- rows 1671b1354f6b55c3 9231f1b86cd214a2
SELECT
  "t4"."payload",
  "t4"."game_id",
  "t4"."game_date",
  "t4"."team_id",
  "t4"."team_code",
  "t4"."home",
  "t4"."won",
  "t4"."from_log",
  "t4"."minutes",
  "t4"."field_goals_made",
  "t4"."field_goals_attempted",
  "t4"."threes_made",
  "t4"."threes_attempted",
  "t4"."free_throws_made",
  "t4"."free_throws_attempted",
  "t4"."offensive_rebounds",
  "t4"."defensive_rebounds",
  "t4"."rebounds",
  "t4"."assists",
  "t4"."steals",
  "t4"."blocks",
  "t4"."turnovers",
  "t4"."personal_fouls",
  "t4"."points",
  "t4"."plus_minus",
  "t4"."field_goals_made" <= "t4"."field_goals_attempted" AS "_rule_field_goals_within_attempts",
  (
    "t4"."threes_made" <= "t4"."threes_attempted"
  )
  AND (
    "t4"."threes_made" <= "t4"."field_goals_made"
  ) AS "_rule_threes_within_attempts",
  "t4"."free_throws_made" <= "t4"."free_throws_attempted" AS "_rule_free_throws_within_attempts",
  "t4"."points" = (
    (
      "t4"."field_goals_made" * 2
    ) + "t4"."threes_made" + "t4"."free_throws_made"
  ) AS "_rule_points_add_up",
  "t4"."rebounds" = (
    "t4"."offensive_rebounds" + "t4"."defensive_rebounds"
  ) AS "_rule_rebounds_add_up",
  "t4"."game_id" IN (
    SELECT
      "t1"."game_id"
    FROM "input_schedule" AS "t1"
  ) AS "_rule_known_game",
  CONCAT_WS(', ', "t4"."game_id", CAST("t4"."game_date" AS TEXT)) IN (
    SELECT
      CONCAT_WS(', ', "t1"."game_id", CAST("t1"."game_date" AS TEXT)) AS "StringJoin((game_id, Cast(game_date, string)), ', ')"
    FROM "input_schedule" AS "t1"
  ) AS "_rule_date_is_the_schedule_s",
  "t4"."game_id" IN (
    SELECT
      "t1"."game_id"
    FROM "input_schedule" AS "t1"
    WHERE
      "t1"."is_final"
  ) AS "_rule_game_is_over",
  CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT)) IN (
    SELECT
      CONCAT_WS(', ', "t1"."game_id", CAST("t1"."home_team_id" AS TEXT)) AS "StringJoin((game_id, Cast(home_team_id, string)), ', ')"
    FROM "input_schedule" AS "t1"
  )
  OR CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT)) IN (
    SELECT
      CONCAT_WS(', ', "t1"."game_id", CAST("t1"."away_team_id" AS TEXT)) AS "StringJoin((game_id, Cast(away_team_id, string)), ', ')"
    FROM "input_schedule" AS "t1"
  ) AS "_rule_team_plays_in_game",
  (
    "t4"."home"
    AND CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT)) IN (
      SELECT
        CONCAT_WS(', ', "t1"."game_id", CAST("t1"."home_team_id" AS TEXT)) AS "StringJoin((game_id, Cast(home_team_id, string)), ', ')"
      FROM "input_schedule" AS "t1"
    )
  )
  OR NOT (
    "t4"."home"
    OR CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT)) IN (
      SELECT
        CONCAT_WS(', ', "t1"."game_id", CAST("t1"."home_team_id" AS TEXT)) AS "StringJoin((game_id, Cast(home_team_id, string)), ', ')"
      FROM "input_schedule" AS "t1"
    )
  ) AS "_rule_side_is_the_schedule_s",
  CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT), CAST("t4"."points" AS TEXT)) IN (
    SELECT
      CONCAT_WS(
        ', ',
        "t1"."game_id",
        CAST("t1"."home_team_id" AS TEXT),
        CAST("t1"."home_points" AS TEXT)
      ) AS "StringJoin((game_id, Cast(home_team_id, string), Cast(home_points, string)), ', ')"
    FROM "input_schedule" AS "t1"
  )
  OR CONCAT_WS(', ', "t4"."game_id", CAST("t4"."team_id" AS TEXT), CAST("t4"."points" AS TEXT)) IN (
    SELECT
      CONCAT_WS(
        ', ',
        "t1"."game_id",
        CAST("t1"."away_team_id" AS TEXT),
        CAST("t1"."away_points" AS TEXT)
      ) AS "StringJoin((game_id, Cast(away_team_id, string), Cast(away_points, string)), ', ')"
    FROM "input_schedule" AS "t1"
  )
  OR "t4"."game_id" IN (
    SELECT
      "t1"."game_id"
    FROM "input_schedule" AS "t1"
    WHERE
      "t1"."home_points" IS NULL
  ) AS "_rule_points_are_the_schedule_s"
FROM (
  SELECT
    "t0"."payload",
    "t0"."GAME_ID" AS "game_id",
    "t0"."GAME_DATE" AS "game_date",
    "t0"."TEAM_ID" AS "team_id",
    "t0"."TEAM_ABBREVIATION" AS "team_code",
    CONTAINS("t0"."MATCHUP", 'vs.') AS "home",
    "t0"."WL" = 'W' AS "won",
    "t0"."FROM_LOG" AS "from_log",
    "t0"."MIN" AS "minutes",
    "t0"."FGM" AS "field_goals_made",
    "t0"."FGA" AS "field_goals_attempted",
    "t0"."FG3M" AS "threes_made",
    "t0"."FG3A" AS "threes_attempted",
    "t0"."FTM" AS "free_throws_made",
    "t0"."FTA" AS "free_throws_attempted",
    "t0"."OREB" AS "offensive_rebounds",
    "t0"."DREB" AS "defensive_rebounds",
    "t0"."REB" AS "rebounds",
    "t0"."AST" AS "assists",
    "t0"."STL" AS "steals",
    "t0"."BLK" AS "blocks",
    "t0"."TOV" AS "turnovers",
    "t0"."PF" AS "personal_fouls",
    "t0"."PTS" AS "points",
    "t0"."PLUS_MINUS" AS "plus_minus"
  FROM "input_team_game_log" AS "t0"
) AS "t4"
-- final_games_have_two_teams ffe8df3da0460cc3 6c45956a374a0ca0
SELECT
  "t5"."game_date",
  "t5"."game_id",
  "t6"."teams" = 2 AS "holds"
FROM (
  SELECT
    *
  FROM "input_schedule" AS "t0"
  WHERE
    "t0"."is_final"
) AS "t5"
SEMI JOIN "input_team_box_score" AS "t2"
  ON "t5"."game_date" = "t2"."game_date"
LEFT OUTER JOIN (
  SELECT
    "t1"."game_id",
    COUNT(*) AS "teams"
  FROM "input_team_box_score" AS "t1"
  GROUP BY
    1
) AS "t6"
  ON "t5"."game_id" = "t6"."game_id"
-- minutes_are_whole_periods 3b33c2c4d2ecfc83 c37e54961f32e43d
SELECT
  "t2"."game_date",
  "t2"."game_id",
  "t2"."team_id",
  "t2"."minutes",
  "t2"."holds"
FROM (
  SELECT
    "t1"."game_date",
    "t1"."game_id",
    "t1"."team_id",
    "t1"."minutes",
    "t1"."good",
    COALESCE("t1"."good", FALSE)
    OR (
      AVG(CASE WHEN "t1"."good" THEN 0 ELSE 1 END) OVER (
        PARTITION BY "t1"."game_date"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) <= 0.02
    ) AS "holds"
  FROM (
    SELECT
      "t0"."game_date",
      "t0"."game_id",
      "t0"."team_id",
      "t0"."minutes",
      (
        ABS(
          (
            "t0"."minutes" - 240
          ) - (
            CAST(ROUND((
              "t0"."minutes" - 240
            ) / 25, 0) AS BIGINT) * 25
          )
        ) <= 5
      )
      AND (
        CAST(ROUND((
          "t0"."minutes" - 240
        ) / 25, 0) AS BIGINT) >= 0
      ) AS "good"
    FROM "input_team_box_score" AS "t0"
  ) AS "t1"
) AS "t2"
