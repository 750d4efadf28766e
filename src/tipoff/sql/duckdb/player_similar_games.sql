-- rows 00bbd8981bb0a96d 9b5408c2bf49ae5a
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
    "t21"."game_id",
    "t21"."game_date",
    "t21"."player_id",
    COALESCE("t34"."games", 0) AS "similar_games",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_points" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "points_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_rebounds" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "rebounds_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_assists" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "assists_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_threes" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "threes_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_steals" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "steals_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_blocks" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "blocks_avg_similar",
    CASE
      WHEN "t34"."games" >= 5
      THEN CAST("t34"."sum_turnovers" AS DOUBLE) / NULLIF("t34"."weight", 0)
      ELSE NULL
    END AS "turnovers_avg_similar"
  FROM (
    SELECT
      "t16"."game_id",
      "t16"."game_date",
      "t16"."player_id"
    FROM "t15" AS "t16"
  ) AS "t21"
  LEFT OUTER JOIN (
    SELECT
      "t32"."for_game_id",
      "t32"."for_owner",
      COUNT(*) AS "games",
      SUM("t32"."alike") AS "weight",
      SUM("t32"."alike" * "t32"."points") AS "sum_points",
      SUM("t32"."alike" * "t32"."rebounds") AS "sum_rebounds",
      SUM("t32"."alike" * "t32"."assists") AS "sum_assists",
      SUM("t32"."alike" * "t32"."threes") AS "sum_threes",
      SUM("t32"."alike" * "t32"."steals") AS "sum_steals",
      SUM("t32"."alike" * "t32"."blocks") AS "sum_blocks",
      SUM("t32"."alike" * "t32"."turnovers") AS "sum_turnovers"
    FROM (
      SELECT
        "t31"."for_game_id",
        "t31"."for_date",
        "t31"."for_owner",
        "t31"."player_id",
        "t31"."game_date",
        "t31"."tier",
        "t31"."venue",
        "t31"."rest",
        "t31"."form",
        "t31"."points",
        "t31"."rebounds",
        "t31"."assists",
        "t31"."threes",
        "t31"."steals",
        "t31"."blocks",
        "t31"."turnovers",
        "t31"."coming_game",
        "t31"."coming_player",
        "t31"."coming_tier",
        "t31"."coming_venue",
        "t31"."coming_rest",
        "t31"."coming_form",
        CASE WHEN "t31"."tier" = "t31"."coming_tier" THEN 3 ELSE 0 END + 1 + CASE WHEN "t31"."venue" = "t31"."coming_venue" THEN 2 ELSE 0 END + CASE WHEN "t31"."rest" = "t31"."coming_rest" THEN 2 ELSE 0 END + CASE WHEN "t31"."form" = "t31"."coming_form" THEN 2 ELSE 0 END AS "alike"
      FROM (
        SELECT
          "t30"."for_game_id",
          "t30"."for_date",
          "t30"."for_owner",
          "t30"."player_id",
          "t30"."game_date",
          "t30"."tier",
          "t30"."venue",
          "t30"."rest",
          "t30"."form",
          "t30"."points",
          "t30"."rebounds",
          "t30"."assists",
          "t30"."threes",
          "t30"."steals",
          "t30"."blocks",
          "t30"."turnovers",
          "t23"."coming_game",
          "t23"."coming_player",
          "t23"."coming_tier",
          "t23"."coming_venue",
          "t23"."coming_rest",
          "t23"."coming_form"
        FROM (
          SELECT
            "t28"."for_game_id",
            "t28"."for_date",
            "t28"."for_owner",
            "t28"."player_id",
            "t28"."game_date",
            "t28"."tier",
            "t28"."venue",
            "t28"."rest",
            "t28"."form",
            "t28"."points",
            "t28"."rebounds",
            "t28"."assists",
            "t28"."threes",
            "t28"."steals",
            "t28"."blocks",
            "t28"."turnovers"
          FROM (
            SELECT
              "t22"."for_game_id",
              "t22"."for_date",
              "t22"."for_owner",
              "t22"."for_same",
              "t27"."player_id",
              "t27"."game_date",
              "t27"."tier",
              "t27"."venue",
              "t27"."rest",
              "t27"."form",
              "t27"."points",
              "t27"."rebounds",
              "t27"."assists",
              "t27"."threes",
              "t27"."steals",
              "t27"."blocks",
              "t27"."turnovers"
            FROM (
              SELECT
                "t16"."game_id" AS "for_game_id",
                "t16"."game_date" AS "for_date",
                "t16"."player_id" AS "for_owner",
                "t16"."player_id" AS "for_same"
              FROM "t15" AS "t16"
            ) AS "t22"
            INNER JOIN (
              SELECT
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
                  "t24"."game_id",
                  "t24"."player_id",
                  "t24"."game_date",
                  "t24"."tier",
                  "t24"."venue",
                  "t24"."rest",
                  "t24"."form",
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
                ) AS "t24"
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
                  ON "t24"."game_id" = "t14"."game_id" AND "t24"."player_id" = "t14"."player_id"
              ) AS "t25"
            ) AS "t27"
              ON "t22"."for_owner" = "t27"."player_id"
              AND "t22"."for_same" = "t27"."player_id"
              AND DATE_DIFF('DAY', "t27"."game_date", "t22"."for_date") >= 1
              AND DATE_DIFF('DAY', "t27"."game_date", "t22"."for_date") <= 365
          ) AS "t28"
        ) AS "t30"
        INNER JOIN (
          SELECT
            "t16"."game_id" AS "coming_game",
            "t16"."player_id" AS "coming_player",
            "t16"."tier" AS "coming_tier",
            "t16"."venue" AS "coming_venue",
            "t16"."rest" AS "coming_rest",
            "t16"."form" AS "coming_form"
          FROM "t15" AS "t16"
        ) AS "t23"
          ON "t30"."for_game_id" = "t23"."coming_game"
          AND "t30"."for_owner" = "t23"."coming_player"
      ) AS "t31"
    ) AS "t32"
    GROUP BY
      1,
      2
  ) AS "t34"
    ON "t21"."game_id" = "t34"."for_game_id" AND "t21"."player_id" = "t34"."for_owner"
) AS "t35"
