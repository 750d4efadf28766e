-- rows 5aee42920f99cab4 67af45def5ae9a58
WITH "t16" AS (
  SELECT
    "t14"."game_date",
    "t14"."player_id",
    "t14"."team_id",
    "t14"."seconds",
    "t14"."number",
    "t14"."back_to_back",
    "t14"."returned",
    "t14"."moved",
    MAX("t14"."returned") OVER (
      PARTITION BY "t14"."player_id"
      ORDER BY "t14"."game_date" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "return_number",
    MAX("t14"."moved") OVER (
      PARTITION BY "t14"."player_id"
      ORDER BY "t14"."game_date" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "trade_number"
  FROM (
    SELECT
      "t12"."game_date",
      "t12"."player_id",
      "t12"."team_id",
      "t12"."seconds",
      "t12"."number",
      COALESCE(
        DATE_DIFF(
          'DAY',
          LAG("t12"."game_date") OVER (
            PARTITION BY "t12"."player_id"
            ORDER BY "t12"."game_date" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          "t12"."game_date"
        ) = 1,
        FALSE
      ) AS "back_to_back",
      CASE
        WHEN COALESCE(
          DATE_DIFF(
            'DAY',
            LAG("t12"."game_date") OVER (
              PARTITION BY "t12"."player_id"
              ORDER BY "t12"."game_date" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ),
            "t12"."game_date"
          ),
          365
        ) >= 14
        THEN "t12"."number"
        ELSE NULL
      END AS "returned",
      CASE
        WHEN "t12"."team_id" <> LAG("t12"."team_id") OVER (
          PARTITION BY "t12"."player_id"
          ORDER BY "t12"."game_date" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
        THEN "t12"."number"
        ELSE NULL
      END AS "moved"
    FROM (
      SELECT
        "t7"."game_date",
        "t7"."player_id",
        "t7"."team_id",
        "t7"."seconds",
        ROW_NUMBER() OVER (
          PARTITION BY "t7"."player_id"
          ORDER BY "t7"."game_date" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "number"
      FROM (
        SELECT
          "t2"."game_date",
          "t2"."player_id",
          "t2"."team_id",
          "t2"."seconds"
        FROM "input_player_game_summary" AS "t2"
      ) AS "t7"
    ) AS "t12"
  ) AS "t14"
), "t18" AS (
  SELECT
    "t15"."game_date",
    "t15"."season",
    "t15"."player_id",
    "t15"."games",
    "t15"."minutes_parts",
    "t15"."points_parts",
    "t15"."usage_rate_count",
    "t15"."usage_rate_parts",
    MIN("t15"."games") OVER (
      PARTITION BY "t15"."player_id", "t15"."season"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "games_before_season"
  FROM (
    SELECT
      "t13"."game_date",
      "t13"."season",
      "t13"."player_id",
      CAST(SUM("t13"."games") OVER (
        PARTITION BY "t13"."player_id"
        ORDER BY "t13"."game_date" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS "games",
      CAST(SUM("t13"."minutes_parts") OVER (
        PARTITION BY "t13"."player_id"
        ORDER BY "t13"."game_date" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS "minutes_parts",
      CAST(SUM("t13"."points_parts") OVER (
        PARTITION BY "t13"."player_id"
        ORDER BY "t13"."game_date" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS "points_parts",
      CAST(SUM("t13"."usage_rate_count") OVER (
        PARTITION BY "t13"."player_id"
        ORDER BY "t13"."game_date" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS "usage_rate_count",
      CAST(SUM("t13"."usage_rate_parts") OVER (
        PARTITION BY "t13"."player_id"
        ORDER BY "t13"."game_date" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS "usage_rate_parts"
    FROM (
      SELECT
        "t11"."game_date",
        "t11"."season",
        "t11"."player_id",
        1 AS "games",
        COALESCE("t11"."seconds", 0) AS "minutes_parts",
        COALESCE("t11"."points", 0) AS "points_parts",
        CAST(CAST(ROUND("t11"."usage_rate" * 1000000000, 0) AS BIGINT) IS NOT NULL AS BIGINT) AS "usage_rate_count",
        COALESCE(CAST(ROUND("t11"."usage_rate" * 1000000000, 0) AS BIGINT), 0) AS "usage_rate_parts"
      FROM (
        SELECT
          "t2"."game_id",
          "t2"."game_date",
          "t2"."player_id",
          "t2"."player_name",
          "t2"."name_key",
          "t2"."team_id",
          "t2"."opponent_id",
          "t2"."season",
          "t2"."home",
          "t2"."starter",
          "t2"."seconds",
          "t2"."seconds_are_exact",
          "t2"."points",
          "t2"."rebounds",
          "t2"."offensive_rebounds",
          "t2"."defensive_rebounds",
          "t2"."assists",
          "t2"."steals",
          "t2"."blocks",
          "t2"."turnovers",
          "t2"."field_goals_made",
          "t2"."field_goals_attempted",
          "t2"."threes_made",
          "t2"."threes_attempted",
          "t2"."free_throws_made",
          "t2"."free_throws_attempted",
          "t2"."personal_fouls",
          "t2"."plus_minus",
          "t2"."effective_field_goal_share",
          "t2"."true_shooting_share",
          "t2"."usage_rate",
          "t2"."usage_rate_reason",
          "t2"."paint_attempts",
          "t2"."paint_makes",
          "t2"."mid_range_attempts",
          "t2"."mid_range_makes",
          "t2"."corner_three_attempts",
          "t2"."corner_three_makes",
          "t2"."above_break_three_attempts",
          "t2"."above_break_three_makes",
          ROW_NUMBER() OVER (
            PARTITION BY "t2"."player_id"
            ORDER BY "t2"."game_date" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "number"
        FROM "input_player_game_summary" AS "t2"
      ) AS "t11"
    ) AS "t13"
  ) AS "t15"
), "t21" AS (
  SELECT
    "t17"."game_date",
    "t17"."player_id",
    "t17"."team_id",
    "t17"."seconds",
    "t17"."back_to_back",
    "t17"."return_number",
    "t17"."trade_number"
  FROM "t16" AS "t17"
)
SELECT
  "t66"."game_id",
  "t66"."game_date",
  "t66"."player_id",
  "t66"."days_since_played",
  "t66"."games_last_7_days",
  "t66"."games_last_14_days",
  "t66"."minutes_last_7_days",
  "t66"."minutes_last_14_days",
  "t66"."back_to_backs_last_14_days",
  "t66"."games_since_long_absence",
  "t66"."games_since_trade",
  "t66"."points_line",
  "t66"."points_opening_line",
  "t66"."points_line_move",
  "t66"."points_line" IS NOT NULL AS "has_points_line",
  "t66"."teammates_out",
  "t66"."teammates_out_minutes",
  "t66"."teammates_out_points",
  "t66"."teammates_newly_out_minutes",
  "t66"."teammates_newly_out_points",
  "t66"."teammates_newly_out_usage",
  "t66"."teammates_back_minutes",
  "t66"."teammates_available_minutes",
  "t66"."teammates_available_usage_minutes",
  "t66"."teammates_newly_out_usage_minutes",
  "t66"."morning_teammates_out",
  "t66"."morning_teammates_out_minutes",
  "t66"."morning_teammates_out_points",
  "t66"."morning_teammates_newly_out_minutes",
  "t66"."morning_teammates_newly_out_points",
  "t66"."morning_teammates_newly_out_usage",
  "t66"."morning_teammates_back_minutes",
  "t66"."morning_teammates_available_minutes",
  "t66"."morning_teammates_available_usage_minutes",
  "t66"."morning_teammates_newly_out_usage_minutes"
FROM (
  SELECT
    "t52"."game_id",
    "t52"."game_date",
    "t52"."player_id",
    DATE_DIFF('DAY', "t52"."last_game_date", "t52"."game_date") AS "days_since_played",
    COALESCE("t48"."games_last_7_days", 0) AS "games_last_7_days",
    COALESCE("t48"."games_last_14_days", 0) AS "games_last_14_days",
    COALESCE("t48"."minutes_last_7_days", 0) AS "minutes_last_7_days",
    COALESCE("t48"."minutes_last_14_days", 0) AS "minutes_last_14_days",
    COALESCE("t48"."back_to_backs_last_14_days", 0) AS "back_to_backs_last_14_days",
    CASE
      WHEN DATE_DIFF('DAY', "t52"."last_game_date", "t52"."game_date") >= 14
      THEN 0
      ELSE (
        "t52"."last_number" + 1
      ) - CASE
        WHEN (
          "t52"."last_return_number" IS NOT NULL
        )
        AND (
          "t52"."too_old" IS NOT NULL
        )
        THEN GREATEST("t52"."last_return_number", "t52"."too_old")
        ELSE NULL
      END
    END AS "games_since_long_absence",
    CASE
      WHEN "t52"."last_team_id" <> "t52"."team_id"
      THEN 0
      WHEN "t52"."last_trade_number" > "t52"."too_old"
      THEN (
        "t52"."last_number" + 1
      ) - "t52"."last_trade_number"
      ELSE NULL
    END AS "games_since_trade",
    "t65"."teammates_out",
    "t65"."teammates_out_minutes",
    "t65"."teammates_out_points",
    "t65"."teammates_newly_out_minutes",
    "t65"."teammates_newly_out_points",
    "t65"."teammates_newly_out_usage",
    "t65"."teammates_back_minutes",
    "t65"."teammates_available_minutes",
    "t65"."teammates_available_usage_minutes",
    "t65"."teammates_newly_out_usage_minutes",
    "t65"."morning_teammates_out",
    "t65"."morning_teammates_out_minutes",
    "t65"."morning_teammates_out_points",
    "t65"."morning_teammates_newly_out_minutes",
    "t65"."morning_teammates_newly_out_points",
    "t65"."morning_teammates_newly_out_usage",
    "t65"."morning_teammates_back_minutes",
    "t65"."morning_teammates_available_minutes",
    "t65"."morning_teammates_available_usage_minutes",
    "t65"."morning_teammates_newly_out_usage_minutes",
    "t10"."game_id" AS "game_id_right",
    "t10"."player_id" AS "player_id_right",
    "t10"."points_line",
    "t10"."points_opening_line",
    "t10"."points_line_move"
  FROM (
    SELECT
      "t49"."game_id",
      "t49"."game_date",
      "t49"."player_id",
      "t49"."team_id",
      "t49"."too_old",
      "t49"."last_game_date",
      "t49"."last_player_id",
      "t49"."last_team_id",
      "t49"."last_seconds",
      "t49"."last_back_to_back",
      "t49"."last_return_number",
      "t49"."last_trade_number",
      "t49"."last_number"
    FROM (
      SELECT
        "t44"."game_id",
        "t44"."game_date",
        "t44"."player_id",
        "t44"."team_id",
        "t44"."entered",
        "t44"."too_old",
        "t40"."last_game_date",
        "t40"."last_player_id",
        "t40"."last_team_id",
        "t40"."last_seconds",
        "t40"."last_back_to_back",
        "t40"."last_return_number",
        "t40"."last_trade_number",
        "t40"."last_number"
      FROM (
        SELECT
          "t41"."game_id",
          "t41"."game_date",
          "t41"."player_id",
          "t41"."team_id",
          "t41"."entered",
          "t41"."too_old"
        FROM (
          SELECT
            "t30"."game_id",
            "t30"."game_date",
            "t30"."player_id",
            "t30"."team_id",
            "t30"."event",
            CAST(SUM(CAST("t30"."event" = 1 AS INT)) OVER (
              PARTITION BY "t30"."player_id"
              ORDER BY "t30"."game_date" ASC, "t30"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS BIGINT) AS "entered",
            CAST(SUM(CAST("t30"."event" = 2 AS INT)) OVER (
              PARTITION BY "t30"."player_id"
              ORDER BY "t30"."game_date" ASC, "t30"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS BIGINT) AS "too_old"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                CAST(NULL AS TEXT) AS "game_id",
                CAST(CAST("t17"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
                "t17"."player_id",
                CAST(NULL AS BIGINT) AS "team_id",
                2 AS "event"
              FROM "t16" AS "t17"
            ) AS "t29"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t1"."game_id",
                  "t1"."game_date",
                  "t1"."player_id",
                  "t1"."team_id",
                  0 AS "event"
                FROM "input_player_pool" AS "t1"
              ) AS "t5"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  CAST(NULL AS TEXT) AS "game_id",
                  "t17"."game_date",
                  "t17"."player_id",
                  CAST(NULL AS BIGINT) AS "team_id",
                  1 AS "event"
                FROM "t16" AS "t17"
              ) AS "t20"
            ) AS "t22"
          ) AS "t30"
        ) AS "t41"
        WHERE
          "t41"."event" = 0
      ) AS "t44"
      LEFT OUTER JOIN (
        SELECT
          "t34"."game_date" AS "last_game_date",
          "t34"."player_id" AS "last_player_id",
          "t34"."team_id" AS "last_team_id",
          "t34"."seconds" AS "last_seconds",
          "t34"."back_to_back" AS "last_back_to_back",
          "t34"."return_number" AS "last_return_number",
          "t34"."trade_number" AS "last_trade_number",
          "t34"."number" AS "last_number"
        FROM (
          SELECT
            "t23"."game_date",
            "t23"."player_id",
            "t23"."team_id",
            "t23"."seconds",
            "t23"."back_to_back",
            "t23"."return_number",
            "t23"."trade_number",
            ROW_NUMBER() OVER (
              PARTITION BY "t23"."player_id"
              ORDER BY "t23"."game_date" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "number"
          FROM "t21" AS "t23"
        ) AS "t34"
      ) AS "t40"
        ON "t44"."player_id" = "t40"."last_player_id"
        AND CASE WHEN "t44"."entered" > "t44"."too_old" THEN "t44"."entered" - 1 ELSE NULL END = "t40"."last_number"
    ) AS "t49"
  ) AS "t52"
  LEFT OUTER JOIN (
    SELECT
      "t39"."for_game_id",
      "t39"."for_owner",
      SUM(CAST(DATE_DIFF('DAY', "t39"."game_date", "t39"."for_date") <= 7 AS INT)) AS "games_last_7_days",
      COUNT(*) AS "games_last_14_days",
      SUM("t39"."seconds") FILTER(WHERE
        DATE_DIFF('DAY', "t39"."game_date", "t39"."for_date") <= 7) / 60 AS "minutes_last_7_days",
      SUM("t39"."seconds") / 60 AS "minutes_last_14_days",
      SUM(CAST("t39"."back_to_back" AS INT)) AS "back_to_backs_last_14_days"
    FROM (
      SELECT
        "t36"."for_game_id",
        "t36"."for_date",
        "t36"."for_owner",
        "t36"."game_date",
        "t36"."player_id",
        "t36"."team_id",
        "t36"."seconds",
        "t36"."back_to_back",
        "t36"."return_number",
        "t36"."trade_number"
      FROM (
        SELECT
          "t9"."for_game_id",
          "t9"."for_date",
          "t9"."for_owner",
          "t9"."for_same",
          "t26"."game_date",
          "t26"."player_id",
          "t26"."team_id",
          "t26"."seconds",
          "t26"."back_to_back",
          "t26"."return_number",
          "t26"."trade_number"
        FROM (
          SELECT
            "t1"."game_id" AS "for_game_id",
            "t1"."game_date" AS "for_date",
            "t1"."player_id" AS "for_owner",
            "t1"."player_id" AS "for_same"
          FROM "input_player_pool" AS "t1"
        ) AS "t9"
        INNER JOIN "t21" AS "t26"
          ON "t9"."for_owner" = "t26"."player_id"
          AND "t9"."for_same" = "t26"."player_id"
          AND DATE_DIFF('DAY', "t26"."game_date", "t9"."for_date") >= 1
          AND DATE_DIFF('DAY', "t26"."game_date", "t9"."for_date") <= 14
      ) AS "t36"
    ) AS "t39"
    GROUP BY
      1,
      2
  ) AS "t48"
    ON "t52"."game_id" = "t48"."for_game_id" AND "t52"."player_id" = "t48"."for_owner"
  INNER JOIN (
    SELECT
      "t63"."game_id",
      "t63"."player_id",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN SUM("t63"."teammates_out") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_out"
        ELSE NULL
      END AS "teammates_out",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_out_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_out_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_out_minutes",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_out_points") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_out_points" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_out_points",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_newly_out_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_newly_out_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_newly_out_minutes",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_newly_out_points") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_newly_out_points" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_newly_out_points",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_newly_out_usage") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_newly_out_usage" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_newly_out_usage",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_back_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_back_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_back_minutes",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_available_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_available_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_available_minutes",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_available_usage_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_available_usage_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_available_usage_minutes",
      CASE
        WHEN "t63"."out" IS NOT NULL
        THEN CAST(SUM("t63"."teammates_newly_out_usage_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."teammates_newly_out_usage_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "teammates_newly_out_usage_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN SUM("t63"."morning_teammates_out") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_out"
        ELSE NULL
      END AS "morning_teammates_out",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_out_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_out_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_out_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_out_points") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_out_points" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_out_points",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_newly_out_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_newly_out_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_newly_out_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_newly_out_points") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_newly_out_points" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_newly_out_points",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_newly_out_usage") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_newly_out_usage" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_newly_out_usage",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_back_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_back_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_back_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_available_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_available_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_available_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_available_usage_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_available_usage_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_available_usage_minutes",
      CASE
        WHEN "t63"."morning_out" IS NOT NULL
        THEN CAST(SUM("t63"."morning_teammates_newly_out_usage_minutes") OVER (
          PARTITION BY "t63"."game_id", "t63"."team_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - "t63"."morning_teammates_newly_out_usage_minutes" AS DOUBLE) / 1000000000
        ELSE NULL
      END AS "morning_teammates_newly_out_usage_minutes"
    FROM (
      SELECT
        "t3"."game_id",
        "t3"."player_id",
        "t3"."team_id",
        "t3"."out",
        "t3"."morning_out",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE)
            THEN CAST(COALESCE("t3"."out", FALSE) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_out",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE)
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_out_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE)
            THEN CAST(ROUND("t62"."points" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_out_points",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_newly_out_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."points" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_newly_out_points",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."usage" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_newly_out_usage",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."out", FALSE)
            ) AND (
              "t58"."days_since_played" > 12
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_back_minutes",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."out", FALSE)
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_available_minutes",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."out", FALSE)
            )
            THEN CAST(ROUND("t62"."usage_minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_available_usage_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."usage_minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "teammates_newly_out_usage_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE)
            THEN CAST(COALESCE("t3"."morning_out", FALSE) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_out",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE)
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_out_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE)
            THEN CAST(ROUND("t62"."points" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_out_points",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_newly_out_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."points" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_newly_out_points",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."usage" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_newly_out_usage",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."morning_out", FALSE)
            )
            AND (
              "t58"."days_since_played" > 12
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_back_minutes",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."morning_out", FALSE)
            )
            THEN CAST(ROUND("t62"."minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_available_minutes",
        COALESCE(
          CASE
            WHEN NOT (
              COALESCE("t3"."morning_out", FALSE)
            )
            THEN CAST(ROUND("t62"."usage_minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_available_usage_minutes",
        COALESCE(
          CASE
            WHEN COALESCE("t3"."morning_out", FALSE) AND (
              "t58"."days_since_played" <= 12
            )
            THEN CAST(ROUND("t62"."usage_minutes" * 1000000000, 0) AS BIGINT)
            ELSE 0
          END,
          0
        ) AS "morning_teammates_newly_out_usage_minutes"
      FROM "input_player_pool" AS "t3"
      INNER JOIN (
        SELECT
          "t55"."game_id",
          "t55"."player_id",
          "t55"."days_since_played"
        FROM (
          SELECT
            "t52"."game_id",
            "t52"."game_date",
            "t52"."player_id",
            DATE_DIFF('DAY', "t52"."last_game_date", "t52"."game_date") AS "days_since_played",
            COALESCE("t48"."games_last_7_days", 0) AS "games_last_7_days",
            COALESCE("t48"."games_last_14_days", 0) AS "games_last_14_days",
            COALESCE("t48"."minutes_last_7_days", 0) AS "minutes_last_7_days",
            COALESCE("t48"."minutes_last_14_days", 0) AS "minutes_last_14_days",
            COALESCE("t48"."back_to_backs_last_14_days", 0) AS "back_to_backs_last_14_days",
            CASE
              WHEN DATE_DIFF('DAY', "t52"."last_game_date", "t52"."game_date") >= 14
              THEN 0
              ELSE (
                "t52"."last_number" + 1
              ) - CASE
                WHEN (
                  "t52"."last_return_number" IS NOT NULL
                )
                AND (
                  "t52"."too_old" IS NOT NULL
                )
                THEN GREATEST("t52"."last_return_number", "t52"."too_old")
                ELSE NULL
              END
            END AS "games_since_long_absence",
            CASE
              WHEN "t52"."last_team_id" <> "t52"."team_id"
              THEN 0
              WHEN "t52"."last_trade_number" > "t52"."too_old"
              THEN (
                "t52"."last_number" + 1
              ) - "t52"."last_trade_number"
              ELSE NULL
            END AS "games_since_trade"
          FROM (
            SELECT
              "t49"."game_id",
              "t49"."game_date",
              "t49"."player_id",
              "t49"."team_id",
              "t49"."too_old",
              "t49"."last_game_date",
              "t49"."last_player_id",
              "t49"."last_team_id",
              "t49"."last_seconds",
              "t49"."last_back_to_back",
              "t49"."last_return_number",
              "t49"."last_trade_number",
              "t49"."last_number"
            FROM (
              SELECT
                "t44"."game_id",
                "t44"."game_date",
                "t44"."player_id",
                "t44"."team_id",
                "t44"."entered",
                "t44"."too_old",
                "t40"."last_game_date",
                "t40"."last_player_id",
                "t40"."last_team_id",
                "t40"."last_seconds",
                "t40"."last_back_to_back",
                "t40"."last_return_number",
                "t40"."last_trade_number",
                "t40"."last_number"
              FROM (
                SELECT
                  "t41"."game_id",
                  "t41"."game_date",
                  "t41"."player_id",
                  "t41"."team_id",
                  "t41"."entered",
                  "t41"."too_old"
                FROM (
                  SELECT
                    "t30"."game_id",
                    "t30"."game_date",
                    "t30"."player_id",
                    "t30"."team_id",
                    "t30"."event",
                    CAST(SUM(CAST("t30"."event" = 1 AS INT)) OVER (
                      PARTITION BY "t30"."player_id"
                      ORDER BY "t30"."game_date" ASC, "t30"."event" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS BIGINT) AS "entered",
                    CAST(SUM(CAST("t30"."event" = 2 AS INT)) OVER (
                      PARTITION BY "t30"."player_id"
                      ORDER BY "t30"."game_date" ASC, "t30"."event" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS BIGINT) AS "too_old"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        CAST(NULL AS TEXT) AS "game_id",
                        CAST(CAST("t17"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
                        "t17"."player_id",
                        CAST(NULL AS BIGINT) AS "team_id",
                        2 AS "event"
                      FROM "t16" AS "t17"
                    ) AS "t29"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t1"."game_id",
                          "t1"."game_date",
                          "t1"."player_id",
                          "t1"."team_id",
                          0 AS "event"
                        FROM "input_player_pool" AS "t1"
                      ) AS "t5"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS TEXT) AS "game_id",
                          "t17"."game_date",
                          "t17"."player_id",
                          CAST(NULL AS BIGINT) AS "team_id",
                          1 AS "event"
                        FROM "t16" AS "t17"
                      ) AS "t20"
                    ) AS "t22"
                  ) AS "t30"
                ) AS "t41"
                WHERE
                  "t41"."event" = 0
              ) AS "t44"
              LEFT OUTER JOIN (
                SELECT
                  "t34"."game_date" AS "last_game_date",
                  "t34"."player_id" AS "last_player_id",
                  "t34"."team_id" AS "last_team_id",
                  "t34"."seconds" AS "last_seconds",
                  "t34"."back_to_back" AS "last_back_to_back",
                  "t34"."return_number" AS "last_return_number",
                  "t34"."trade_number" AS "last_trade_number",
                  "t34"."number" AS "last_number"
                FROM (
                  SELECT
                    "t23"."game_date",
                    "t23"."player_id",
                    "t23"."team_id",
                    "t23"."seconds",
                    "t23"."back_to_back",
                    "t23"."return_number",
                    "t23"."trade_number",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t23"."player_id"
                      ORDER BY "t23"."game_date" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - 1 AS "number"
                  FROM "t21" AS "t23"
                ) AS "t34"
              ) AS "t40"
                ON "t44"."player_id" = "t40"."last_player_id"
                AND CASE WHEN "t44"."entered" > "t44"."too_old" THEN "t44"."entered" - 1 ELSE NULL END = "t40"."last_number"
            ) AS "t49"
          ) AS "t52"
          LEFT OUTER JOIN (
            SELECT
              "t39"."for_game_id",
              "t39"."for_owner",
              SUM(CAST(DATE_DIFF('DAY', "t39"."game_date", "t39"."for_date") <= 7 AS INT)) AS "games_last_7_days",
              COUNT(*) AS "games_last_14_days",
              SUM("t39"."seconds") FILTER(WHERE
                DATE_DIFF('DAY', "t39"."game_date", "t39"."for_date") <= 7) / 60 AS "minutes_last_7_days",
              SUM("t39"."seconds") / 60 AS "minutes_last_14_days",
              SUM(CAST("t39"."back_to_back" AS INT)) AS "back_to_backs_last_14_days"
            FROM (
              SELECT
                "t36"."for_game_id",
                "t36"."for_date",
                "t36"."for_owner",
                "t36"."game_date",
                "t36"."player_id",
                "t36"."team_id",
                "t36"."seconds",
                "t36"."back_to_back",
                "t36"."return_number",
                "t36"."trade_number"
              FROM (
                SELECT
                  "t9"."for_game_id",
                  "t9"."for_date",
                  "t9"."for_owner",
                  "t9"."for_same",
                  "t26"."game_date",
                  "t26"."player_id",
                  "t26"."team_id",
                  "t26"."seconds",
                  "t26"."back_to_back",
                  "t26"."return_number",
                  "t26"."trade_number"
                FROM (
                  SELECT
                    "t1"."game_id" AS "for_game_id",
                    "t1"."game_date" AS "for_date",
                    "t1"."player_id" AS "for_owner",
                    "t1"."player_id" AS "for_same"
                  FROM "input_player_pool" AS "t1"
                ) AS "t9"
                INNER JOIN "t21" AS "t26"
                  ON "t9"."for_owner" = "t26"."player_id"
                  AND "t9"."for_same" = "t26"."player_id"
                  AND DATE_DIFF('DAY', "t26"."game_date", "t9"."for_date") >= 1
                  AND DATE_DIFF('DAY', "t26"."game_date", "t9"."for_date") <= 14
              ) AS "t36"
            ) AS "t39"
            GROUP BY
              1,
              2
          ) AS "t48"
            ON "t52"."game_id" = "t48"."for_game_id" AND "t52"."player_id" = "t48"."for_owner"
        ) AS "t55"
      ) AS "t58"
        ON "t3"."game_id" = "t58"."game_id" AND "t3"."player_id" = "t58"."player_id"
      INNER JOIN (
        SELECT
          "t60"."game_id",
          "t60"."player_id",
          "t60"."minutes_avg_last_10" AS "minutes",
          "t60"."points_avg_last_10" AS "points",
          "t60"."usage_rate_avg_last_10" AS "usage",
          "t60"."usage_rate_avg_last_10" * "t60"."minutes_avg_last_10" AS "usage_minutes"
        FROM (
          SELECT
            "t59"."game_id",
            "t59"."player_id",
            COALESCE("t59"."games_last_10", 0) AS "games_last_10",
            (
              "t59"."minutes_parts_last_10" / 60
            ) / NULLIF("t59"."games_last_10", 0) AS "minutes_avg_last_10",
            (
              "t59"."points_parts_last_10" / 1
            ) / NULLIF("t59"."games_last_10", 0) AS "points_avg_last_10",
            (
              "t59"."usage_rate_parts_last_10" / 1000000000
            ) / NULLIF("t59"."usage_rate_count_last_10", 0) AS "usage_rate_avg_last_10"
          FROM (
            SELECT
              "t54"."game_id",
              "t54"."player_id",
              "t54"."last_games",
              "t54"."last_games" - COALESCE("t27"."last_10_games", 0) AS "games_last_10",
              "t54"."last_minutes_parts" - COALESCE("t27"."last_10_minutes_parts", 0) AS "minutes_parts_last_10",
              "t54"."last_points_parts" - COALESCE("t27"."last_10_points_parts", 0) AS "points_parts_last_10",
              "t54"."last_usage_rate_count" - COALESCE("t27"."last_10_usage_rate_count", 0) AS "usage_rate_count_last_10",
              "t54"."last_usage_rate_parts" - COALESCE("t27"."last_10_usage_rate_parts", 0) AS "usage_rate_parts_last_10"
            FROM (
              SELECT
                "t50"."game_id",
                "t50"."game_date",
                "t50"."season",
                "t50"."player_id",
                "t50"."too_old",
                "t50"."last_game_date",
                "t50"."last_season",
                "t50"."last_player_id",
                "t50"."last_games",
                "t50"."last_minutes_parts",
                "t50"."last_points_parts",
                "t50"."last_usage_rate_count",
                "t50"."last_usage_rate_parts",
                "t50"."last_games_before_season",
                "t50"."last_number"
              FROM (
                SELECT
                  "t47"."game_id",
                  "t47"."game_date",
                  "t47"."season",
                  "t47"."player_id",
                  "t47"."entered",
                  "t47"."too_old",
                  "t37"."last_game_date",
                  "t37"."last_season",
                  "t37"."last_player_id",
                  "t37"."last_games",
                  "t37"."last_minutes_parts",
                  "t37"."last_points_parts",
                  "t37"."last_usage_rate_count",
                  "t37"."last_usage_rate_parts",
                  "t37"."last_games_before_season",
                  "t37"."last_number"
                FROM (
                  SELECT
                    "t42"."game_id",
                    "t42"."game_date",
                    "t42"."season",
                    "t42"."player_id",
                    "t42"."entered",
                    "t42"."too_old"
                  FROM (
                    SELECT
                      "t33"."game_id",
                      "t33"."game_date",
                      "t33"."season",
                      "t33"."player_id",
                      "t33"."event",
                      CAST(SUM(CAST("t33"."event" = 1 AS INT)) OVER (
                        PARTITION BY "t33"."player_id"
                        ORDER BY "t33"."game_date" ASC, "t33"."event" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS BIGINT) AS "entered",
                      CAST(SUM(CAST("t33"."event" = 2 AS INT)) OVER (
                        PARTITION BY "t33"."player_id"
                        ORDER BY "t33"."game_date" ASC, "t33"."event" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS BIGINT) AS "too_old"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS TEXT) AS "game_id",
                          CAST(CAST("t19"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
                          CAST(NULL AS TEXT) AS "season",
                          "t19"."player_id",
                          2 AS "event"
                        FROM "t18" AS "t19"
                      ) AS "t32"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t1"."game_id",
                            "t1"."game_date",
                            "t1"."season",
                            "t1"."player_id",
                            0 AS "event"
                          FROM "input_player_pool" AS "t1"
                        ) AS "t6"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            CAST(NULL AS TEXT) AS "game_id",
                            "t19"."game_date",
                            CAST(NULL AS TEXT) AS "season",
                            "t19"."player_id",
                            1 AS "event"
                          FROM "t18" AS "t19"
                        ) AS "t25"
                      ) AS "t28"
                    ) AS "t33"
                  ) AS "t42"
                  WHERE
                    "t42"."event" = 0
                ) AS "t47"
                LEFT OUTER JOIN (
                  SELECT
                    "t31"."game_date" AS "last_game_date",
                    "t31"."season" AS "last_season",
                    "t31"."player_id" AS "last_player_id",
                    "t31"."games" AS "last_games",
                    "t31"."minutes_parts" AS "last_minutes_parts",
                    "t31"."points_parts" AS "last_points_parts",
                    "t31"."usage_rate_count" AS "last_usage_rate_count",
                    "t31"."usage_rate_parts" AS "last_usage_rate_parts",
                    "t31"."games_before_season" AS "last_games_before_season",
                    "t31"."number" AS "last_number"
                  FROM (
                    SELECT
                      "t19"."game_date",
                      "t19"."season",
                      "t19"."player_id",
                      "t19"."games",
                      "t19"."minutes_parts",
                      "t19"."points_parts",
                      "t19"."usage_rate_count",
                      "t19"."usage_rate_parts",
                      "t19"."games_before_season",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t19"."player_id"
                        ORDER BY "t19"."game_date" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "number"
                    FROM "t18" AS "t19"
                  ) AS "t31"
                ) AS "t37"
                  ON "t47"."player_id" = "t37"."last_player_id"
                  AND CASE WHEN "t47"."entered" > "t47"."too_old" THEN "t47"."entered" - 1 ELSE NULL END = "t37"."last_number"
              ) AS "t50"
            ) AS "t54"
            LEFT OUTER JOIN (
              SELECT
                "t19"."player_id" AS "last_10_owner",
                "t19"."games" AS "last_10_games",
                "t19"."minutes_parts" AS "last_10_minutes_parts",
                "t19"."points_parts" AS "last_10_points_parts",
                "t19"."usage_rate_count" AS "last_10_usage_rate_count",
                "t19"."usage_rate_parts" AS "last_10_usage_rate_parts"
              FROM "t18" AS "t19"
            ) AS "t27"
              ON "t54"."player_id" = "t27"."last_10_owner"
              AND CASE
                WHEN (
                  (
                    "t54"."last_games" - 10
                  ) IS NOT NULL
                )
                AND (
                  "t54"."too_old" IS NOT NULL
                )
                THEN GREATEST("t54"."last_games" - 10, "t54"."too_old")
                ELSE NULL
              END = "t27"."last_10_games"
          ) AS "t59"
        ) AS "t60"
      ) AS "t62"
        ON "t3"."game_id" = "t62"."game_id" AND "t3"."player_id" = "t62"."player_id"
    ) AS "t63"
  ) AS "t65"
    ON "t52"."game_id" = "t65"."game_id" AND "t52"."player_id" = "t65"."player_id"
  LEFT OUTER JOIN (
    SELECT
      "t0"."game_id",
      "t0"."player_id",
      "t0"."line" AS "points_line",
      "t0"."opening_line" AS "points_opening_line",
      "t0"."line_move" AS "points_line_move"
    FROM "input_reference_line" AS "t0"
    WHERE
      "t0"."market" = 'player_points'
  ) AS "t10"
    ON "t52"."game_id" = "t10"."game_id" AND "t52"."player_id" = "t10"."player_id"
) AS "t66"
