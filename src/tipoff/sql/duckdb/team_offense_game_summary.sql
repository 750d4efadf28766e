-- rows 643fc423221ed0a8 de17b4da99b0c012
SELECT
  *
FROM (
  SELECT
    "t9"."game_id",
    "t9"."game_date",
    "t9"."team_id",
    "t9"."opponent_id",
    "t9"."home",
    "t9"."won",
    "t9"."minutes",
    "t9"."points",
    "t9"."field_goals_made",
    "t9"."field_goals_attempted",
    "t9"."threes_made",
    "t9"."threes_attempted",
    "t9"."free_throws_made",
    "t9"."free_throws_attempted",
    "t9"."offensive_rebounds",
    "t9"."defensive_rebounds",
    "t9"."assists",
    "t9"."steals",
    "t9"."blocks",
    "t9"."turnovers",
    "t6"."paint_attempts",
    "t6"."paint_makes",
    "t6"."mid_range_attempts",
    "t6"."mid_range_makes",
    "t6"."corner_three_attempts",
    "t6"."corner_three_makes",
    "t6"."above_break_three_attempts",
    "t6"."above_break_three_makes",
    "t9"."points" - "t9"."points_allowed" AS "margin",
    (
      (
        "t9"."field_goals_attempted" + (
          "t9"."free_throws_attempted" * 0.44
        )
      ) - "t9"."offensive_rebounds"
    ) + "t9"."turnovers" AS "possessions",
    CAST("t9"."points" * 100 AS DOUBLE) / NULLIF(
      (
        (
          "t9"."field_goals_attempted" + (
            "t9"."free_throws_attempted" * 0.44
          )
        ) - "t9"."offensive_rebounds"
      ) + "t9"."turnovers",
      0
    ) AS "offensive_rating",
    (
      (
        (
          (
            "t9"."field_goals_attempted" + (
              "t9"."free_throws_attempted" * 0.44
            )
          ) - "t9"."offensive_rebounds"
        ) + "t9"."turnovers"
      ) * 48
    ) / NULLIF("t9"."minutes" / 5, 0) AS "pace",
    CAST(ROUND((
      "t9"."minutes" - 240
    ) / 25, 0) AS BIGINT) AS "overtime_periods",
    (
      "t9"."field_goals_made" + (
        "t9"."threes_made" * 0.5
      )
    ) / NULLIF("t9"."field_goals_attempted", 0) AS "effective_field_goal_share",
    CAST("t9"."points" AS DOUBLE) / NULLIF(
      (
        "t9"."field_goals_attempted" + (
          "t9"."free_throws_attempted" * 0.44
        )
      ) * 2,
      0
    ) AS "true_shooting_share",
    CAST("t9"."turnovers" AS DOUBLE) / NULLIF(
      (
        (
          "t9"."field_goals_attempted" + (
            "t9"."free_throws_attempted" * 0.44
          )
        ) - "t9"."offensive_rebounds"
      ) + "t9"."turnovers" + "t9"."offensive_rebounds",
      0
    ) AS "turnover_share",
    CAST("t9"."offensive_rebounds" AS DOUBLE) / NULLIF("t9"."offensive_rebounds" + "t9"."opponent_defensive_rebounds", 0) AS "offensive_rebound_share",
    CAST("t9"."free_throws_attempted" AS DOUBLE) / NULLIF("t9"."field_goals_attempted", 0) AS "free_throw_rate"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t2"."payload",
        "t2"."game_id",
        "t2"."game_date",
        "t2"."minutes",
        "t2"."field_goals_made",
        "t2"."field_goals_attempted",
        "t2"."threes_made",
        "t2"."threes_attempted",
        "t2"."free_throws_made",
        "t2"."free_throws_attempted",
        "t2"."offensive_rebounds",
        "t2"."defensive_rebounds",
        "t2"."rebounds",
        "t2"."assists",
        "t2"."steals",
        "t2"."blocks",
        "t2"."turnovers",
        "t2"."personal_fouls",
        "t2"."points",
        "t2"."plus_minus",
        "t2"."from_log",
        "t2"."team_id",
        "t2"."team_code",
        "t2"."home",
        "t2"."won",
        "t4"."opponent_id",
        "t4"."points_allowed",
        "t4"."opponent_defensive_rebounds"
      FROM "input_team_box_score" AS "t2"
      INNER JOIN (
        SELECT
          "t1"."game_id",
          "t1"."team_id" AS "opponent_id",
          "t1"."points" AS "points_allowed",
          "t1"."defensive_rebounds" AS "opponent_defensive_rebounds"
        FROM "input_team_box_score" AS "t1"
      ) AS "t4"
        ON "t2"."game_id" = "t4"."game_id"
    ) AS "t7"
    WHERE
      "t7"."team_id" <> "t7"."opponent_id"
  ) AS "t9"
  LEFT OUTER JOIN (
    SELECT
      "t0"."game_id",
      "t0"."team_id",
      SUM(CAST("t0"."zone" = 'paint' AS INT)) AS "paint_attempts",
      SUM(CAST((
        "t0"."zone" = 'paint'
      ) AND "t0"."made" AS INT)) AS "paint_makes",
      SUM(CAST("t0"."zone" = 'mid_range' AS INT)) AS "mid_range_attempts",
      SUM(CAST((
        "t0"."zone" = 'mid_range'
      ) AND "t0"."made" AS INT)) AS "mid_range_makes",
      SUM(CAST("t0"."zone" = 'corner_three' AS INT)) AS "corner_three_attempts",
      SUM(CAST((
        "t0"."zone" = 'corner_three'
      ) AND "t0"."made" AS INT)) AS "corner_three_makes",
      SUM(CAST("t0"."zone" = 'above_break_three' AS INT)) AS "above_break_three_attempts",
      SUM(CAST((
        "t0"."zone" = 'above_break_three'
      ) AND "t0"."made" AS INT)) AS "above_break_three_makes"
    FROM "input_shot" AS "t0"
    GROUP BY
      1,
      2
  ) AS "t6"
    ON "t9"."game_id" = "t6"."game_id" AND "t9"."team_id" = "t6"."team_id"
) AS "t10"
-- sides_mirror_each_other 08b7720f578e4da4 9d91d890a1ca5774
SELECT
  "t1"."game_date",
  "t1"."game_id",
  "t1"."team_id",
  (
    (
      "t1"."margin" + "t3"."their_margin"
    ) = 0
  )
  AND (
    "t3"."their_opponent" = "t1"."team_id"
  ) AS "holds"
FROM "input_team_offense_game_summary" AS "t1"
INNER JOIN (
  SELECT
    "t0"."game_id",
    "t0"."team_id" AS "opponent_id",
    "t0"."opponent_id" AS "their_opponent",
    "t0"."margin" AS "their_margin"
  FROM "input_team_offense_game_summary" AS "t0"
) AS "t3"
  ON "t1"."game_id" = "t3"."game_id" AND "t1"."opponent_id" = "t3"."opponent_id"
