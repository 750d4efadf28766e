-- rows 45ac7d1603c123e9 2c356d3fc3438159
WITH "t15" AS (
  SELECT
    "t10"."game_id",
    "t10"."player_id",
    "t10"."game_date",
    "t10"."team_id",
    CASE
      WHEN "t11"."opponent_strength_score" > 0.5
      THEN 1
      WHEN "t11"."opponent_strength_score" < -0.5
      THEN -1
      WHEN "t11"."opponent_strength_score" IS NOT NULL
      THEN 0
      ELSE NULL
    END AS "tier",
    CAST("t10"."home" AS BIGINT) AS "venue",
    CASE
      WHEN "t12"."days_rest" <= 1
      THEN 1
      WHEN "t12"."days_rest" = 2
      THEN 2
      WHEN "t12"."days_rest" > 2
      THEN 3
      ELSE NULL
    END AS "rest",
    CAST("t13"."points_avg_last_5" >= "t13"."points_avg_season" AS BIGINT) AS "form"
  FROM (
    SELECT
      "t0"."game_id",
      "t0"."player_id",
      "t0"."game_date",
      "t0"."team_id",
      "t0"."home"
    FROM "input_player_pool" AS "t0"
  ) AS "t10"
  INNER JOIN (
    SELECT
      "t1"."game_id",
      "t1"."player_id",
      "t1"."opponent_strength_score"
    FROM "input_player_composite_factors" AS "t1"
  ) AS "t11"
    ON "t10"."game_id" = "t11"."game_id" AND "t10"."player_id" = "t11"."player_id"
  INNER JOIN (
    SELECT
      "t2"."game_id",
      "t2"."team_id",
      "t2"."days_rest"
    FROM "input_upcoming_team_game_context" AS "t2"
  ) AS "t12"
    ON "t10"."game_id" = "t12"."game_id" AND "t10"."team_id" = "t12"."team_id"
  INNER JOIN (
    SELECT
      "t3"."game_id",
      "t3"."player_id",
      "t3"."points_avg_last_5",
      "t3"."points_avg_season"
    FROM "input_player_daily_cache" AS "t3"
  ) AS "t13"
    ON "t10"."game_id" = "t13"."game_id" AND "t10"."player_id" = "t13"."player_id"
)
SELECT
  *
FROM (
  SELECT
    "t20"."game_id",
    "t20"."game_date",
    "t20"."player_id",
    COALESCE("t29"."games", 0) AS "similar_games",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_points" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "points_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_rebounds" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "rebounds_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_assists" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "assists_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_threes" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "threes_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_steals" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "steals_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_blocks" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "blocks_avg_similar",
    CASE
      WHEN "t29"."games" >= 5
      THEN CAST("t29"."sum_turnovers" AS DOUBLE) / NULLIF("t29"."weight", 0)
      ELSE NULL
    END AS "turnovers_avg_similar"
  FROM (
    SELECT
      "t16"."game_id",
      "t16"."game_date",
      "t16"."player_id"
    FROM "t15" AS "t16"
  ) AS "t20"
  LEFT OUTER JOIN (
    SELECT
      "t27"."for_game_id",
      "t27"."for_owner",
      COUNT(*) AS "games",
      SUM("t27"."alike") AS "weight",
      SUM("t27"."alike" * "t27"."points") AS "sum_points",
      SUM("t27"."alike" * "t27"."rebounds") AS "sum_rebounds",
      SUM("t27"."alike" * "t27"."assists") AS "sum_assists",
      SUM("t27"."alike" * "t27"."threes") AS "sum_threes",
      SUM("t27"."alike" * "t27"."steals") AS "sum_steals",
      SUM("t27"."alike" * "t27"."blocks") AS "sum_blocks",
      SUM("t27"."alike" * "t27"."turnovers") AS "sum_turnovers"
    FROM (
      SELECT
        "t26"."for_game_id",
        "t26"."for_date",
        "t26"."for_owner",
        "t26"."for_tier",
        "t26"."for_venue",
        "t26"."for_rest",
        "t26"."for_form",
        "t26"."player_id",
        "t26"."game_date",
        "t26"."tier",
        "t26"."venue",
        "t26"."rest",
        "t26"."form",
        "t26"."points",
        "t26"."rebounds",
        "t26"."assists",
        "t26"."threes",
        "t26"."steals",
        "t26"."blocks",
        "t26"."turnovers",
        CASE WHEN "t26"."tier" = "t26"."for_tier" THEN 3 ELSE 0 END + 1 + CASE WHEN "t26"."venue" = "t26"."for_venue" THEN 2 ELSE 0 END + CASE WHEN "t26"."rest" = "t26"."for_rest" THEN 2 ELSE 0 END + CASE WHEN "t26"."form" = "t26"."for_form" THEN 2 ELSE 0 END AS "alike"
      FROM (
        SELECT
          "t21"."for_game_id",
          "t21"."for_date",
          "t21"."for_owner",
          "t21"."for_same",
          "t21"."for_tier",
          "t21"."for_venue",
          "t21"."for_rest",
          "t21"."for_form",
          "t25"."player_id",
          "t25"."game_date",
          "t25"."tier",
          "t25"."venue",
          "t25"."rest",
          "t25"."form",
          "t25"."points",
          "t25"."rebounds",
          "t25"."assists",
          "t25"."threes",
          "t25"."steals",
          "t25"."blocks",
          "t25"."turnovers"
        FROM (
          SELECT
            "t16"."game_id" AS "for_game_id",
            "t16"."game_date" AS "for_date",
            "t16"."player_id" AS "for_owner",
            "t16"."player_id" AS "for_same",
            "t16"."tier" AS "for_tier",
            "t16"."venue" AS "for_venue",
            "t16"."rest" AS "for_rest",
            "t16"."form" AS "for_form"
          FROM "t15" AS "t16"
        ) AS "t21"
        INNER JOIN (
          SELECT
            "t23"."player_id",
            "t23"."game_date",
            "t23"."tier",
            "t23"."venue",
            "t23"."rest",
            "t23"."form",
            "t23"."points",
            "t23"."rebounds",
            "t23"."assists",
            "t23"."threes",
            "t23"."steals",
            "t23"."blocks",
            "t23"."turnovers"
          FROM (
            SELECT
              "t22"."game_id",
              "t22"."player_id",
              "t22"."game_date",
              "t22"."tier",
              "t22"."venue",
              "t22"."rest",
              "t22"."form",
              "t14"."points",
              "t14"."rebounds",
              "t14"."assists",
              "t14"."threes",
              "t14"."steals",
              "t14"."blocks",
              "t14"."turnovers"
            FROM (
              SELECT
                "t16"."game_id",
                "t16"."player_id",
                "t16"."game_date",
                "t16"."tier",
                "t16"."venue",
                "t16"."rest",
                "t16"."form"
              FROM "t15" AS "t16"
            ) AS "t22"
            INNER JOIN (
              SELECT
                "t4"."game_id",
                "t4"."player_id",
                "t4"."points",
                "t4"."rebounds",
                "t4"."assists",
                "t4"."threes_made" AS "threes",
                "t4"."steals",
                "t4"."blocks",
                "t4"."turnovers"
              FROM "input_player_game_summary" AS "t4"
            ) AS "t14"
              ON "t22"."game_id" = "t14"."game_id" AND "t22"."player_id" = "t14"."player_id"
          ) AS "t23"
        ) AS "t25"
          ON "t21"."for_owner" = "t25"."player_id"
          AND "t21"."for_same" = "t25"."player_id"
          AND DATE_DIFF('DAY', "t25"."game_date", "t21"."for_date") >= 1
          AND DATE_DIFF('DAY', "t25"."game_date", "t21"."for_date") <= 365
      ) AS "t26"
    ) AS "t27"
    GROUP BY
      1,
      2
  ) AS "t29"
    ON "t20"."game_id" = "t29"."for_game_id" AND "t20"."player_id" = "t29"."for_owner"
) AS "t30"
