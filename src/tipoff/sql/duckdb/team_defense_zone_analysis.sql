-- rows 6d4cc884106a23ac 0ea379361c94ebad
WITH "t12" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."game_id",
      "t0"."game_date",
      "t0"."season",
      "t0"."tip_at",
      "t0"."home_team_id" AS "team_id",
      "t0"."home_team_name" AS "team_name",
      "t0"."away_team_id" AS "opponent_id",
      "t0"."home_team_id" = "t0"."home_team_id" AS "home"
    FROM "input_schedule" AS "t0"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."game_id",
      "t0"."game_date",
      "t0"."season",
      "t0"."tip_at",
      "t0"."away_team_id" AS "team_id",
      "t0"."away_team_name" AS "team_name",
      "t0"."home_team_id" AS "opponent_id",
      "t0"."home_team_id" = "t0"."away_team_id" AS "home"
    FROM "input_schedule" AS "t0"
  ) AS "t9"
), "t19" AS (
  SELECT
    "t4"."game_id",
    "t4"."game_date",
    "t4"."team_id",
    "t4"."opponent_id",
    "t4"."points_allowed",
    "t4"."rebounds_allowed",
    "t4"."assists_allowed",
    "t4"."threes_allowed",
    "t4"."steals_allowed",
    "t4"."blocks_allowed",
    "t4"."defensive_rating",
    "t4"."opponent_pace",
    "t4"."opponent_true_shooting_share",
    "t4"."defensive_rebounds",
    "t4"."blocks",
    "t4"."steals",
    "t4"."turnovers_forced",
    "t4"."paint_attempts_allowed",
    "t4"."paint_makes_allowed",
    "t4"."mid_range_attempts_allowed",
    "t4"."mid_range_makes_allowed",
    "t4"."corner_three_attempts_allowed",
    "t4"."corner_three_makes_allowed",
    "t4"."above_break_three_attempts_allowed",
    "t4"."above_break_three_makes_allowed",
    "t13"."game_id" AS "game_id_right",
    "t13"."team_id" AS "team_id_right",
    "t13"."paint_blocks",
    "t13"."mid_range_blocks",
    "t13"."corner_three_blocks",
    "t13"."above_break_three_blocks"
  FROM "input_team_defense_game_summary" AS "t4"
  LEFT OUTER JOIN (
    SELECT
      "t2"."game_id",
      "t2"."team_id",
      SUM("t2"."paint_blocks") AS "paint_blocks",
      SUM("t2"."mid_range_blocks") AS "mid_range_blocks",
      SUM("t2"."corner_three_blocks") AS "corner_three_blocks",
      SUM("t2"."above_break_three_blocks") AS "above_break_three_blocks"
    FROM "input_player_play_summary" AS "t2"
    GROUP BY
      1,
      2
  ) AS "t13"
    ON "t4"."game_id" = "t13"."game_id" AND "t4"."team_id" = "t13"."team_id"
)
SELECT
  "t52"."game_id",
  "t52"."game_date",
  "t52"."team_id",
  "t52"."games",
  "t52"."defensive_rating",
  "t52"."opponent_pace",
  CASE
    WHEN "t52"."paint_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN LEAST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN "t52"."mid_range_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN LEAST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN "t52"."corner_three_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN LEAST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN "t52"."above_break_three_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN LEAST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS "strongest_zone",
  CASE
    WHEN "t52"."paint_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN GREATEST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN "t52"."mid_range_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN GREATEST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN "t52"."corner_three_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN GREATEST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN "t52"."above_break_three_weakness" = CASE
      WHEN (
        "t52"."paint_weakness" IS NOT NULL
      )
      AND (
        "t52"."mid_range_weakness" IS NOT NULL
      )
      AND (
        "t52"."corner_three_weakness" IS NOT NULL
      )
      AND (
        "t52"."above_break_three_weakness" IS NOT NULL
      )
      THEN GREATEST(
        "t52"."paint_weakness",
        "t52"."mid_range_weakness",
        "t52"."corner_three_weakness",
        "t52"."above_break_three_weakness"
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS "weakest_zone",
  "t52"."paint_field_goal_share_allowed",
  "t52"."paint_attempts_allowed",
  "t52"."paint_points_allowed",
  "t52"."paint_blocks",
  "t52"."paint_weakness",
  "t52"."mid_range_field_goal_share_allowed",
  "t52"."mid_range_attempts_allowed",
  "t52"."mid_range_points_allowed",
  "t52"."mid_range_blocks",
  "t52"."mid_range_weakness",
  "t52"."corner_three_field_goal_share_allowed",
  "t52"."corner_three_attempts_allowed",
  "t52"."corner_three_points_allowed",
  "t52"."corner_three_blocks",
  "t52"."corner_three_weakness",
  "t52"."above_break_three_field_goal_share_allowed",
  "t52"."above_break_three_attempts_allowed",
  "t52"."above_break_three_points_allowed",
  "t52"."above_break_three_blocks",
  "t52"."above_break_three_weakness",
  "t52"."games_required",
  "t52"."reason",
  "t52"."reason_is_curable"
FROM (
  SELECT
    "t50"."game_id",
    "t50"."game_date",
    "t50"."team_id",
    "t50"."season",
    "t50"."for_game_id",
    "t50"."for_owner",
    COALESCE("t50"."games", 0) AS "games",
    "t50"."rating",
    "t50"."pace",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."paint_attempts_allowed" AS DOUBLE) / NULLIF("t50"."paint_attempts_allowed_games", 0)
      ELSE NULL
    END AS "paint_attempts_allowed",
    "t50"."paint_makes_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."paint_blocks" AS DOUBLE) / NULLIF("t50"."paint_blocks_games", 0)
      ELSE NULL
    END AS "paint_blocks",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."mid_range_attempts_allowed" AS DOUBLE) / NULLIF("t50"."mid_range_attempts_allowed_games", 0)
      ELSE NULL
    END AS "mid_range_attempts_allowed",
    "t50"."mid_range_makes_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."mid_range_blocks" AS DOUBLE) / NULLIF("t50"."mid_range_blocks_games", 0)
      ELSE NULL
    END AS "mid_range_blocks",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."corner_three_attempts_allowed" AS DOUBLE) / NULLIF("t50"."corner_three_attempts_allowed_games", 0)
      ELSE NULL
    END AS "corner_three_attempts_allowed",
    "t50"."corner_three_makes_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."corner_three_blocks" AS DOUBLE) / NULLIF("t50"."corner_three_blocks_games", 0)
      ELSE NULL
    END AS "corner_three_blocks",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."above_break_three_attempts_allowed" AS DOUBLE) / NULLIF("t50"."above_break_three_attempts_allowed_games", 0)
      ELSE NULL
    END AS "above_break_three_attempts_allowed",
    "t50"."above_break_three_makes_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."above_break_three_blocks" AS DOUBLE) / NULLIF("t50"."above_break_three_blocks_games", 0)
      ELSE NULL
    END AS "above_break_three_blocks",
    "t50"."paint_attempts_allowed_games",
    "t50"."paint_makes_allowed_games",
    "t50"."paint_blocks_games",
    "t50"."mid_range_attempts_allowed_games",
    "t50"."mid_range_makes_allowed_games",
    "t50"."mid_range_blocks_games",
    "t50"."corner_three_attempts_allowed_games",
    "t50"."corner_three_makes_allowed_games",
    "t50"."corner_three_blocks_games",
    "t50"."above_break_three_attempts_allowed_games",
    "t50"."above_break_three_makes_allowed_games",
    "t50"."above_break_three_blocks_games",
    "t50"."league_date",
    "t50"."league_paint_attempts_allowed",
    "t50"."league_paint_makes_allowed",
    "t50"."league_mid_range_attempts_allowed",
    "t50"."league_mid_range_makes_allowed",
    "t50"."league_corner_three_attempts_allowed",
    "t50"."league_corner_three_makes_allowed",
    "t50"."league_above_break_three_attempts_allowed",
    "t50"."league_above_break_three_makes_allowed",
    "t50"."games_required",
    "t50"."reason",
    "t50"."reason_is_curable",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."paint_makes_allowed" AS DOUBLE) / NULLIF("t50"."paint_attempts_allowed", 0)
      ELSE NULL
    END AS "paint_field_goal_share_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."paint_makes_allowed" * 2 AS DOUBLE) / NULLIF("t50"."paint_attempts_allowed_games", 0)
      ELSE NULL
    END AS "paint_points_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        (
          CAST("t50"."paint_makes_allowed" AS DOUBLE) / NULLIF("t50"."paint_attempts_allowed", 0)
        ) - (
          CAST("t50"."league_paint_makes_allowed" AS DOUBLE) / NULLIF("t50"."league_paint_attempts_allowed", 0)
        )
      ) * 100
      ELSE NULL
    END AS "paint_weakness",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."mid_range_makes_allowed" AS DOUBLE) / NULLIF("t50"."mid_range_attempts_allowed", 0)
      ELSE NULL
    END AS "mid_range_field_goal_share_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."mid_range_makes_allowed" * 2 AS DOUBLE) / NULLIF("t50"."mid_range_attempts_allowed_games", 0)
      ELSE NULL
    END AS "mid_range_points_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        (
          CAST("t50"."mid_range_makes_allowed" AS DOUBLE) / NULLIF("t50"."mid_range_attempts_allowed", 0)
        ) - (
          CAST("t50"."league_mid_range_makes_allowed" AS DOUBLE) / NULLIF("t50"."league_mid_range_attempts_allowed", 0)
        )
      ) * 100
      ELSE NULL
    END AS "mid_range_weakness",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."corner_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."corner_three_attempts_allowed", 0)
      ELSE NULL
    END AS "corner_three_field_goal_share_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."corner_three_makes_allowed" * 3 AS DOUBLE) / NULLIF("t50"."corner_three_attempts_allowed_games", 0)
      ELSE NULL
    END AS "corner_three_points_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        (
          CAST("t50"."corner_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."corner_three_attempts_allowed", 0)
        ) - (
          CAST("t50"."league_corner_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."league_corner_three_attempts_allowed", 0)
        )
      ) * 100
      ELSE NULL
    END AS "corner_three_weakness",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."above_break_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."above_break_three_attempts_allowed", 0)
      ELSE NULL
    END AS "above_break_three_field_goal_share_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN CAST("t50"."above_break_three_makes_allowed" * 3 AS DOUBLE) / NULLIF("t50"."above_break_three_attempts_allowed_games", 0)
      ELSE NULL
    END AS "above_break_three_points_allowed",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        (
          CAST("t50"."above_break_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."above_break_three_attempts_allowed", 0)
        ) - (
          CAST("t50"."league_above_break_three_makes_allowed" AS DOUBLE) / NULLIF("t50"."league_above_break_three_attempts_allowed", 0)
        )
      ) * 100
      ELSE NULL
    END AS "above_break_three_weakness",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        "t50"."rating" / 1000000000
      ) / "t50"."games"
      ELSE NULL
    END AS "defensive_rating",
    CASE
      WHEN "t50"."reason" IS NULL
      THEN (
        "t50"."pace" / 1000000000
      ) / "t50"."games"
      ELSE NULL
    END AS "opponent_pace"
  FROM (
    SELECT
      "t49"."game_id",
      "t49"."game_date",
      "t49"."team_id",
      "t49"."season",
      "t49"."for_game_id",
      "t49"."for_owner",
      "t49"."games",
      "t49"."rating",
      "t49"."pace",
      "t49"."paint_attempts_allowed",
      "t49"."paint_makes_allowed",
      "t49"."paint_blocks",
      "t49"."mid_range_attempts_allowed",
      "t49"."mid_range_makes_allowed",
      "t49"."mid_range_blocks",
      "t49"."corner_three_attempts_allowed",
      "t49"."corner_three_makes_allowed",
      "t49"."corner_three_blocks",
      "t49"."above_break_three_attempts_allowed",
      "t49"."above_break_three_makes_allowed",
      "t49"."above_break_three_blocks",
      "t49"."paint_attempts_allowed_games",
      "t49"."paint_makes_allowed_games",
      "t49"."paint_blocks_games",
      "t49"."mid_range_attempts_allowed_games",
      "t49"."mid_range_makes_allowed_games",
      "t49"."mid_range_blocks_games",
      "t49"."corner_three_attempts_allowed_games",
      "t49"."corner_three_makes_allowed_games",
      "t49"."corner_three_blocks_games",
      "t49"."above_break_three_attempts_allowed_games",
      "t49"."above_break_three_makes_allowed_games",
      "t49"."above_break_three_blocks_games",
      "t49"."league_date",
      "t49"."league_paint_attempts_allowed",
      "t49"."league_paint_makes_allowed",
      "t49"."league_mid_range_attempts_allowed",
      "t49"."league_mid_range_makes_allowed",
      "t49"."league_corner_three_attempts_allowed",
      "t49"."league_corner_three_makes_allowed",
      "t49"."league_above_break_three_attempts_allowed",
      "t49"."league_above_break_three_makes_allowed",
      CASE
        WHEN (
          3 + CAST(FLOOR((
            DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
          ) / (
            3
          )) AS BIGINT)
        ) IS NOT NULL
        THEN LEAST(
          3 + CAST(FLOOR((
            DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
          ) / (
            3
          )) AS BIGINT),
          10
        )
        ELSE NULL
      END AS "games_required",
      CASE
        WHEN "t49"."counted" < CASE
          WHEN (
            3 + CAST(FLOOR((
              DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
            ) / (
              3
            )) AS BIGINT)
          ) IS NOT NULL
          THEN LEAST(
            3 + CAST(FLOOR((
              DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
            ) / (
              3
            )) AS BIGINT),
            10
          )
          ELSE NULL
        END
        THEN CASE
          WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
          THEN 'EXPECTED_INCOMPLETE'
          ELSE 'INSUFFICIENT_HISTORY'
        END
        ELSE NULL
      END AS "reason",
      CASE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'EXPECTED_INCOMPLETE'
        THEN FALSE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INSUFFICIENT_HISTORY'
        THEN FALSE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'MISSING_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INCOMPLETE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'STALE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PLAYER_DNP'
        THEN FALSE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'NAME_UNRESOLVED'
        THEN TRUE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'VALIDATION_ERROR'
        THEN TRUE
        WHEN CASE
          WHEN "t49"."counted" < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date")
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF('DAY', "t49"."starts_on", "t49"."game_date") < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PROCESSING_ERROR'
        THEN TRUE
        ELSE NULL
      END AS "reason_is_curable"
    FROM (
      SELECT
        "t48"."game_id",
        "t48"."game_date",
        "t48"."team_id",
        "t48"."season",
        "t48"."for_game_id",
        "t48"."for_owner",
        "t48"."games",
        "t48"."rating",
        "t48"."pace",
        "t48"."paint_attempts_allowed",
        "t48"."paint_makes_allowed",
        "t48"."paint_blocks",
        "t48"."mid_range_attempts_allowed",
        "t48"."mid_range_makes_allowed",
        "t48"."mid_range_blocks",
        "t48"."corner_three_attempts_allowed",
        "t48"."corner_three_makes_allowed",
        "t48"."corner_three_blocks",
        "t48"."above_break_three_attempts_allowed",
        "t48"."above_break_three_makes_allowed",
        "t48"."above_break_three_blocks",
        "t48"."paint_attempts_allowed_games",
        "t48"."paint_makes_allowed_games",
        "t48"."paint_blocks_games",
        "t48"."mid_range_attempts_allowed_games",
        "t48"."mid_range_makes_allowed_games",
        "t48"."mid_range_blocks_games",
        "t48"."corner_three_attempts_allowed_games",
        "t48"."corner_three_makes_allowed_games",
        "t48"."corner_three_blocks_games",
        "t48"."above_break_three_attempts_allowed_games",
        "t48"."above_break_three_makes_allowed_games",
        "t48"."above_break_three_blocks_games",
        "t48"."league_date",
        "t48"."league_paint_attempts_allowed",
        "t48"."league_paint_makes_allowed",
        "t48"."league_mid_range_attempts_allowed",
        "t48"."league_mid_range_makes_allowed",
        "t48"."league_corner_three_attempts_allowed",
        "t48"."league_corner_three_makes_allowed",
        "t48"."league_above_break_three_attempts_allowed",
        "t48"."league_above_break_three_makes_allowed",
        "t48"."counted",
        "t11"."start_of",
        "t11"."starts_on"
      FROM (
        SELECT
          "t46"."game_id",
          "t46"."game_date",
          "t46"."team_id",
          "t46"."season",
          "t46"."for_game_id",
          "t46"."for_owner",
          "t46"."games",
          "t46"."rating",
          "t46"."pace",
          "t46"."paint_attempts_allowed",
          "t46"."paint_makes_allowed",
          "t46"."paint_blocks",
          "t46"."mid_range_attempts_allowed",
          "t46"."mid_range_makes_allowed",
          "t46"."mid_range_blocks",
          "t46"."corner_three_attempts_allowed",
          "t46"."corner_three_makes_allowed",
          "t46"."corner_three_blocks",
          "t46"."above_break_three_attempts_allowed",
          "t46"."above_break_three_makes_allowed",
          "t46"."above_break_three_blocks",
          "t46"."paint_attempts_allowed_games",
          "t46"."paint_makes_allowed_games",
          "t46"."paint_blocks_games",
          "t46"."mid_range_attempts_allowed_games",
          "t46"."mid_range_makes_allowed_games",
          "t46"."mid_range_blocks_games",
          "t46"."corner_three_attempts_allowed_games",
          "t46"."corner_three_makes_allowed_games",
          "t46"."corner_three_blocks_games",
          "t46"."above_break_three_attempts_allowed_games",
          "t46"."above_break_three_makes_allowed_games",
          "t46"."above_break_three_blocks_games",
          "t46"."league_date",
          "t46"."league_paint_attempts_allowed",
          "t46"."league_paint_makes_allowed",
          "t46"."league_mid_range_attempts_allowed",
          "t46"."league_mid_range_makes_allowed",
          "t46"."league_corner_three_attempts_allowed",
          "t46"."league_corner_three_makes_allowed",
          "t46"."league_above_break_three_attempts_allowed",
          "t46"."league_above_break_three_makes_allowed",
          COALESCE("t46"."games", 0) AS "counted"
        FROM (
          SELECT
            "t18"."game_id",
            "t18"."game_date",
            "t18"."team_id",
            "t18"."season",
            "t45"."for_game_id",
            "t45"."for_owner",
            "t45"."games",
            "t45"."rating",
            "t45"."pace",
            "t45"."paint_attempts_allowed",
            "t45"."paint_makes_allowed",
            "t45"."paint_blocks",
            "t45"."mid_range_attempts_allowed",
            "t45"."mid_range_makes_allowed",
            "t45"."mid_range_blocks",
            "t45"."corner_three_attempts_allowed",
            "t45"."corner_three_makes_allowed",
            "t45"."corner_three_blocks",
            "t45"."above_break_three_attempts_allowed",
            "t45"."above_break_three_makes_allowed",
            "t45"."above_break_three_blocks",
            "t45"."paint_attempts_allowed_games",
            "t45"."paint_makes_allowed_games",
            "t45"."paint_blocks_games",
            "t45"."mid_range_attempts_allowed_games",
            "t45"."mid_range_makes_allowed_games",
            "t45"."mid_range_blocks_games",
            "t45"."corner_three_attempts_allowed_games",
            "t45"."corner_three_makes_allowed_games",
            "t45"."corner_three_blocks_games",
            "t45"."above_break_three_attempts_allowed_games",
            "t45"."above_break_three_makes_allowed_games",
            "t45"."above_break_three_blocks_games",
            "t25"."league_date",
            "t25"."league_paint_attempts_allowed",
            "t25"."league_paint_makes_allowed",
            "t25"."league_mid_range_attempts_allowed",
            "t25"."league_mid_range_makes_allowed",
            "t25"."league_corner_three_attempts_allowed",
            "t25"."league_corner_three_makes_allowed",
            "t25"."league_above_break_three_attempts_allowed",
            "t25"."league_above_break_three_makes_allowed"
          FROM (
            SELECT
              "t14"."game_id",
              "t14"."game_date",
              "t14"."team_id",
              "t14"."season"
            FROM "t12" AS "t14"
          ) AS "t18"
          LEFT OUTER JOIN (
            SELECT
              "t43"."for_game_id",
              "t43"."for_owner",
              COUNT(*) AS "games",
              SUM(CAST(ROUND("t43"."defensive_rating" * 1000000000, 0) AS BIGINT)) AS "rating",
              SUM(CAST(ROUND("t43"."opponent_pace" * 1000000000, 0) AS BIGINT)) AS "pace",
              SUM("t43"."paint_attempts_allowed") AS "paint_attempts_allowed",
              SUM("t43"."paint_makes_allowed") AS "paint_makes_allowed",
              SUM("t43"."paint_blocks") AS "paint_blocks",
              SUM("t43"."mid_range_attempts_allowed") AS "mid_range_attempts_allowed",
              SUM("t43"."mid_range_makes_allowed") AS "mid_range_makes_allowed",
              SUM("t43"."mid_range_blocks") AS "mid_range_blocks",
              SUM("t43"."corner_three_attempts_allowed") AS "corner_three_attempts_allowed",
              SUM("t43"."corner_three_makes_allowed") AS "corner_three_makes_allowed",
              SUM("t43"."corner_three_blocks") AS "corner_three_blocks",
              SUM("t43"."above_break_three_attempts_allowed") AS "above_break_three_attempts_allowed",
              SUM("t43"."above_break_three_makes_allowed") AS "above_break_three_makes_allowed",
              SUM("t43"."above_break_three_blocks") AS "above_break_three_blocks",
              COUNT("t43"."paint_attempts_allowed") AS "paint_attempts_allowed_games",
              COUNT("t43"."paint_makes_allowed") AS "paint_makes_allowed_games",
              COUNT("t43"."paint_blocks") AS "paint_blocks_games",
              COUNT("t43"."mid_range_attempts_allowed") AS "mid_range_attempts_allowed_games",
              COUNT("t43"."mid_range_makes_allowed") AS "mid_range_makes_allowed_games",
              COUNT("t43"."mid_range_blocks") AS "mid_range_blocks_games",
              COUNT("t43"."corner_three_attempts_allowed") AS "corner_three_attempts_allowed_games",
              COUNT("t43"."corner_three_makes_allowed") AS "corner_three_makes_allowed_games",
              COUNT("t43"."corner_three_blocks") AS "corner_three_blocks_games",
              COUNT("t43"."above_break_three_attempts_allowed") AS "above_break_three_attempts_allowed_games",
              COUNT("t43"."above_break_three_makes_allowed") AS "above_break_three_makes_allowed_games",
              COUNT("t43"."above_break_three_blocks") AS "above_break_three_blocks_games"
            FROM (
              SELECT
                "t42"."for_game_id",
                "t42"."for_date",
                "t42"."for_owner",
                "t42"."last_number",
                "t42"."games_ago",
                "t42"."game_id",
                "t42"."game_date",
                "t42"."team_id",
                "t42"."opponent_id",
                "t42"."points_allowed",
                "t42"."rebounds_allowed",
                "t42"."assists_allowed",
                "t42"."threes_allowed",
                "t42"."steals_allowed",
                "t42"."blocks_allowed",
                "t42"."defensive_rating",
                "t42"."opponent_pace",
                "t42"."opponent_true_shooting_share",
                "t42"."defensive_rebounds",
                "t42"."blocks",
                "t42"."steals",
                "t42"."turnovers_forced",
                "t42"."paint_attempts_allowed",
                "t42"."paint_makes_allowed",
                "t42"."mid_range_attempts_allowed",
                "t42"."mid_range_makes_allowed",
                "t42"."corner_three_attempts_allowed",
                "t42"."corner_three_makes_allowed",
                "t42"."above_break_three_attempts_allowed",
                "t42"."above_break_three_makes_allowed",
                "t42"."paint_blocks",
                "t42"."mid_range_blocks",
                "t42"."corner_three_blocks",
                "t42"."above_break_three_blocks",
                "t42"."number"
              FROM (
                SELECT
                  "t41"."for_game_id",
                  "t41"."for_date",
                  "t41"."for_owner",
                  "t41"."last_number",
                  "t41"."games_ago",
                  "t41"."for_number",
                  "t31"."game_id",
                  "t31"."game_date",
                  "t31"."team_id",
                  "t31"."opponent_id",
                  "t31"."points_allowed",
                  "t31"."rebounds_allowed",
                  "t31"."assists_allowed",
                  "t31"."threes_allowed",
                  "t31"."steals_allowed",
                  "t31"."blocks_allowed",
                  "t31"."defensive_rating",
                  "t31"."opponent_pace",
                  "t31"."opponent_true_shooting_share",
                  "t31"."defensive_rebounds",
                  "t31"."blocks",
                  "t31"."steals",
                  "t31"."turnovers_forced",
                  "t31"."paint_attempts_allowed",
                  "t31"."paint_makes_allowed",
                  "t31"."mid_range_attempts_allowed",
                  "t31"."mid_range_makes_allowed",
                  "t31"."corner_three_attempts_allowed",
                  "t31"."corner_three_makes_allowed",
                  "t31"."above_break_three_attempts_allowed",
                  "t31"."above_break_three_makes_allowed",
                  "t31"."paint_blocks",
                  "t31"."mid_range_blocks",
                  "t31"."corner_three_blocks",
                  "t31"."above_break_three_blocks",
                  "t31"."number"
                FROM (
                  SELECT
                    "t39"."for_game_id",
                    "t39"."for_date",
                    "t39"."for_owner",
                    "t39"."last_number",
                    "t39"."games_ago",
                    (
                      "t39"."last_number" - "t39"."games_ago"
                    ) + 1 AS "for_number"
                  FROM (
                    SELECT
                      "t38"."game_id" AS "for_game_id",
                      "t38"."game_date" AS "for_date",
                      "t38"."team_id" AS "for_owner",
                      "t38"."last_number",
                      UNNEST(
                        CAST(CAST([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] AS TINYINT[]) AS BIGINT[])
                      ) AS "games_ago"
                    FROM (
                      SELECT
                        "t37"."game_id",
                        "t37"."game_date",
                        "t37"."team_id",
                        "t37"."too_old",
                        "t37"."last_game_date",
                        "t37"."last_team_id",
                        "t37"."last_number"
                      FROM (
                        SELECT
                          "t36"."game_id",
                          "t36"."game_date",
                          "t36"."team_id",
                          "t36"."entered",
                          "t36"."too_old",
                          "t33"."last_game_date",
                          "t33"."last_team_id",
                          "t33"."last_number"
                        FROM (
                          SELECT
                            "t34"."game_id",
                            "t34"."game_date",
                            "t34"."team_id",
                            "t34"."entered",
                            "t34"."too_old"
                          FROM (
                            SELECT
                              "t28"."game_id",
                              "t28"."game_date",
                              "t28"."team_id",
                              "t28"."event",
                              CAST(SUM(CAST("t28"."event" = 1 AS INT)) OVER (
                                PARTITION BY "t28"."team_id"
                                ORDER BY "t28"."game_date" ASC, "t28"."event" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                              ) AS BIGINT) AS "entered",
                              CAST(SUM(CAST("t28"."event" = 2 AS INT)) OVER (
                                PARTITION BY "t28"."team_id"
                                ORDER BY "t28"."game_date" ASC, "t28"."event" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                              ) AS BIGINT) AS "too_old"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  CAST(NULL AS TEXT) AS "game_id",
                                  CAST(CAST("t20"."game_date" - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS "game_date",
                                  "t20"."team_id",
                                  2 AS "event"
                                FROM "t19" AS "t20"
                              ) AS "t27"
                              UNION ALL
                              SELECT
                                *
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t14"."game_id",
                                    "t14"."game_date",
                                    "t14"."team_id",
                                    0 AS "event"
                                  FROM "t12" AS "t14"
                                ) AS "t15"
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    CAST(NULL AS TEXT) AS "game_id",
                                    "t20"."game_date",
                                    "t20"."team_id",
                                    1 AS "event"
                                  FROM "t19" AS "t20"
                                ) AS "t23"
                              ) AS "t26"
                            ) AS "t28"
                          ) AS "t34"
                          WHERE
                            "t34"."event" = 0
                        ) AS "t36"
                        LEFT OUTER JOIN (
                          SELECT
                            "t29"."game_date" AS "last_game_date",
                            "t29"."team_id" AS "last_team_id",
                            "t29"."number" AS "last_number"
                          FROM (
                            SELECT
                              "t22"."game_date",
                              "t22"."team_id",
                              ROW_NUMBER() OVER (
                                PARTITION BY "t22"."team_id"
                                ORDER BY "t22"."game_date" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) - 1 AS "number"
                            FROM (
                              SELECT
                                "t20"."game_date",
                                "t20"."team_id"
                              FROM "t19" AS "t20"
                            ) AS "t22"
                          ) AS "t29"
                        ) AS "t33"
                          ON "t36"."team_id" = "t33"."last_team_id"
                          AND CASE WHEN "t36"."entered" > "t36"."too_old" THEN "t36"."entered" - 1 ELSE NULL END = "t33"."last_number"
                      ) AS "t37"
                    ) AS "t38"
                  ) AS "t39"
                ) AS "t41"
                INNER JOIN (
                  SELECT
                    "t24"."game_id",
                    "t24"."game_date",
                    "t24"."team_id",
                    "t24"."opponent_id",
                    "t24"."points_allowed",
                    "t24"."rebounds_allowed",
                    "t24"."assists_allowed",
                    "t24"."threes_allowed",
                    "t24"."steals_allowed",
                    "t24"."blocks_allowed",
                    "t24"."defensive_rating",
                    "t24"."opponent_pace",
                    "t24"."opponent_true_shooting_share",
                    "t24"."defensive_rebounds",
                    "t24"."blocks",
                    "t24"."steals",
                    "t24"."turnovers_forced",
                    "t24"."paint_attempts_allowed",
                    "t24"."paint_makes_allowed",
                    "t24"."mid_range_attempts_allowed",
                    "t24"."mid_range_makes_allowed",
                    "t24"."corner_three_attempts_allowed",
                    "t24"."corner_three_makes_allowed",
                    "t24"."above_break_three_attempts_allowed",
                    "t24"."above_break_three_makes_allowed",
                    "t24"."paint_blocks",
                    "t24"."mid_range_blocks",
                    "t24"."corner_three_blocks",
                    "t24"."above_break_three_blocks",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t24"."team_id"
                      ORDER BY "t24"."game_date" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - 1 AS "number"
                  FROM (
                    SELECT
                      "t20"."game_id",
                      "t20"."game_date",
                      "t20"."team_id",
                      "t20"."opponent_id",
                      "t20"."points_allowed",
                      "t20"."rebounds_allowed",
                      "t20"."assists_allowed",
                      "t20"."threes_allowed",
                      "t20"."steals_allowed",
                      "t20"."blocks_allowed",
                      "t20"."defensive_rating",
                      "t20"."opponent_pace",
                      "t20"."opponent_true_shooting_share",
                      "t20"."defensive_rebounds",
                      "t20"."blocks",
                      "t20"."steals",
                      "t20"."turnovers_forced",
                      "t20"."paint_attempts_allowed",
                      "t20"."paint_makes_allowed",
                      "t20"."mid_range_attempts_allowed",
                      "t20"."mid_range_makes_allowed",
                      "t20"."corner_three_attempts_allowed",
                      "t20"."corner_three_makes_allowed",
                      "t20"."above_break_three_attempts_allowed",
                      "t20"."above_break_three_makes_allowed",
                      "t20"."paint_blocks",
                      "t20"."mid_range_blocks",
                      "t20"."corner_three_blocks",
                      "t20"."above_break_three_blocks"
                    FROM "t19" AS "t20"
                  ) AS "t24"
                ) AS "t31"
                  ON "t41"."for_owner" = "t31"."team_id"
                  AND "t41"."for_number" = "t31"."number"
                  AND DATE_DIFF('DAY', "t31"."game_date", "t41"."for_date") <= 365
              ) AS "t42"
            ) AS "t43"
            GROUP BY
              1,
              2
          ) AS "t45"
            ON "t18"."game_id" = "t45"."for_game_id" AND "t18"."team_id" = "t45"."for_owner"
          INNER JOIN (
            SELECT
              "t17"."league_date",
              SUM("t17"."paint_attempts_allowed") AS "league_paint_attempts_allowed",
              SUM("t17"."paint_makes_allowed") AS "league_paint_makes_allowed",
              SUM("t17"."mid_range_attempts_allowed") AS "league_mid_range_attempts_allowed",
              SUM("t17"."mid_range_makes_allowed") AS "league_mid_range_makes_allowed",
              SUM("t17"."corner_three_attempts_allowed") AS "league_corner_three_attempts_allowed",
              SUM("t17"."corner_three_makes_allowed") AS "league_corner_three_makes_allowed",
              SUM("t17"."above_break_three_attempts_allowed") AS "league_above_break_three_attempts_allowed",
              SUM("t17"."above_break_three_makes_allowed") AS "league_above_break_three_makes_allowed"
            FROM (
              SELECT
                "t7"."league_date",
                "t3"."game_id",
                "t3"."game_date",
                "t3"."team_id",
                "t3"."opponent_id",
                "t3"."points_allowed",
                "t3"."rebounds_allowed",
                "t3"."assists_allowed",
                "t3"."threes_allowed",
                "t3"."steals_allowed",
                "t3"."blocks_allowed",
                "t3"."defensive_rating",
                "t3"."opponent_pace",
                "t3"."opponent_true_shooting_share",
                "t3"."defensive_rebounds",
                "t3"."blocks",
                "t3"."steals",
                "t3"."turnovers_forced",
                "t3"."paint_attempts_allowed",
                "t3"."paint_makes_allowed",
                "t3"."mid_range_attempts_allowed",
                "t3"."mid_range_makes_allowed",
                "t3"."corner_three_attempts_allowed",
                "t3"."corner_three_makes_allowed",
                "t3"."above_break_three_attempts_allowed",
                "t3"."above_break_three_makes_allowed"
              FROM (
                SELECT DISTINCT
                  "t0"."game_date" AS "league_date"
                FROM "input_schedule" AS "t0"
              ) AS "t7"
              LEFT OUTER JOIN "input_team_defense_game_summary" AS "t3"
                ON DATE_DIFF('DAY', "t3"."game_date", "t7"."league_date") >= 1
                AND DATE_DIFF('DAY', "t3"."game_date", "t7"."league_date") <= 30
            ) AS "t17"
            GROUP BY
              1
          ) AS "t25"
            ON "t18"."game_date" = "t25"."league_date"
        ) AS "t46"
      ) AS "t48"
      INNER JOIN (
        SELECT
          "t0"."season" AS "start_of",
          MIN("t0"."game_date") AS "starts_on"
        FROM "input_schedule" AS "t0"
        GROUP BY
          1
      ) AS "t11"
        ON "t48"."season" = "t11"."start_of"
    ) AS "t49"
  ) AS "t50"
) AS "t52"
