-- rows ef7edd434d07c574 92847070572b9192
WITH `t12` AS (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`home_team_id` AS `team_id`,
      `t0`.`home_team_name` AS `team_name`,
      `t0`.`away_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t8`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`season`,
      `t0`.`tip_at`,
      `t0`.`away_team_id` AS `team_id`,
      `t0`.`away_team_name` AS `team_name`,
      `t0`.`home_team_id` AS `opponent_id`,
      `t0`.`home_team_id` = `t0`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t0`
  ) AS `t9`
), `t20` AS (
  SELECT
    `t4`.`game_id`,
    `t4`.`game_date`,
    `t4`.`team_id`,
    `t4`.`opponent_id`,
    `t4`.`points_allowed`,
    `t4`.`rebounds_allowed`,
    `t4`.`assists_allowed`,
    `t4`.`threes_allowed`,
    `t4`.`steals_allowed`,
    `t4`.`blocks_allowed`,
    `t4`.`defensive_rating`,
    `t4`.`opponent_pace`,
    `t4`.`opponent_true_shooting_share`,
    `t4`.`defensive_rebounds`,
    `t4`.`blocks`,
    `t4`.`steals`,
    `t4`.`turnovers_forced`,
    `t4`.`paint_attempts_allowed`,
    `t4`.`paint_makes_allowed`,
    `t4`.`mid_range_attempts_allowed`,
    `t4`.`mid_range_makes_allowed`,
    `t4`.`corner_three_attempts_allowed`,
    `t4`.`corner_three_makes_allowed`,
    `t4`.`above_break_three_attempts_allowed`,
    `t4`.`above_break_three_makes_allowed`,
    `t13`.`game_id` AS `game_id_right`,
    `t13`.`team_id` AS `team_id_right`,
    `t13`.`paint_blocks`,
    `t13`.`mid_range_blocks`,
    `t13`.`corner_three_blocks`,
    `t13`.`above_break_three_blocks`
  FROM `input_team_defense_game_summary` AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t2`.`game_id`,
      `t2`.`team_id`,
      SUM(`t2`.`paint_blocks`) AS `paint_blocks`,
      SUM(`t2`.`mid_range_blocks`) AS `mid_range_blocks`,
      SUM(`t2`.`corner_three_blocks`) AS `corner_three_blocks`,
      SUM(`t2`.`above_break_three_blocks`) AS `above_break_three_blocks`
    FROM `input_player_play_summary` AS `t2`
    GROUP BY
      1,
      2
  ) AS `t13`
    ON `t4`.`game_id` = `t13`.`game_id` AND `t4`.`team_id` = `t13`.`team_id`
)
SELECT
  `t44`.`game_id`,
  `t44`.`game_date`,
  `t44`.`team_id`,
  `t44`.`games`,
  `t44`.`defensive_rating`,
  `t44`.`opponent_pace`,
  CASE
    WHEN `t44`.`paint_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN LEAST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN `t44`.`mid_range_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN LEAST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN `t44`.`corner_three_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN LEAST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN `t44`.`above_break_three_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN LEAST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS `strongest_zone`,
  CASE
    WHEN `t44`.`paint_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN GREATEST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN `t44`.`mid_range_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN GREATEST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN `t44`.`corner_three_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN GREATEST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN `t44`.`above_break_three_weakness` = CASE
      WHEN (
        `t44`.`paint_weakness` IS NOT NULL
      )
      AND (
        `t44`.`mid_range_weakness` IS NOT NULL
      )
      AND (
        `t44`.`corner_three_weakness` IS NOT NULL
      )
      AND (
        `t44`.`above_break_three_weakness` IS NOT NULL
      )
      THEN GREATEST(
        `t44`.`paint_weakness`,
        `t44`.`mid_range_weakness`,
        `t44`.`corner_three_weakness`,
        `t44`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS `weakest_zone`,
  `t44`.`paint_field_goal_share_allowed`,
  `t44`.`paint_attempts_allowed`,
  `t44`.`paint_points_allowed`,
  `t44`.`paint_blocks`,
  `t44`.`paint_weakness`,
  `t44`.`mid_range_field_goal_share_allowed`,
  `t44`.`mid_range_attempts_allowed`,
  `t44`.`mid_range_points_allowed`,
  `t44`.`mid_range_blocks`,
  `t44`.`mid_range_weakness`,
  `t44`.`corner_three_field_goal_share_allowed`,
  `t44`.`corner_three_attempts_allowed`,
  `t44`.`corner_three_points_allowed`,
  `t44`.`corner_three_blocks`,
  `t44`.`corner_three_weakness`,
  `t44`.`above_break_three_field_goal_share_allowed`,
  `t44`.`above_break_three_attempts_allowed`,
  `t44`.`above_break_three_points_allowed`,
  `t44`.`above_break_three_blocks`,
  `t44`.`above_break_three_weakness`,
  `t44`.`games_required`,
  `t44`.`reason`,
  `t44`.`reason_is_curable`
FROM (
  SELECT
    `t42`.`game_id`,
    `t42`.`game_date`,
    `t42`.`team_id`,
    `t42`.`season`,
    `t42`.`for_game_id`,
    `t42`.`for_owner`,
    COALESCE(`t42`.`games`, 0) AS `games`,
    `t42`.`rating`,
    `t42`.`pace`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`paint_attempts_allowed` AS FLOAT64),
        NULLIF(`t42`.`paint_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `paint_attempts_allowed`,
    `t42`.`paint_makes_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(CAST(`t42`.`paint_blocks` AS FLOAT64), NULLIF(`t42`.`paint_blocks_games`, 0))
      ELSE NULL
    END AS `paint_blocks`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`mid_range_attempts_allowed` AS FLOAT64),
        NULLIF(`t42`.`mid_range_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `mid_range_attempts_allowed`,
    `t42`.`mid_range_makes_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`mid_range_blocks` AS FLOAT64),
        NULLIF(`t42`.`mid_range_blocks_games`, 0)
      )
      ELSE NULL
    END AS `mid_range_blocks`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`corner_three_attempts_allowed` AS FLOAT64),
        NULLIF(`t42`.`corner_three_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `corner_three_attempts_allowed`,
    `t42`.`corner_three_makes_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`corner_three_blocks` AS FLOAT64),
        NULLIF(`t42`.`corner_three_blocks_games`, 0)
      )
      ELSE NULL
    END AS `corner_three_blocks`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`above_break_three_attempts_allowed` AS FLOAT64),
        NULLIF(`t42`.`above_break_three_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `above_break_three_attempts_allowed`,
    `t42`.`above_break_three_makes_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`above_break_three_blocks` AS FLOAT64),
        NULLIF(`t42`.`above_break_three_blocks_games`, 0)
      )
      ELSE NULL
    END AS `above_break_three_blocks`,
    `t42`.`paint_attempts_allowed_games`,
    `t42`.`paint_makes_allowed_games`,
    `t42`.`paint_blocks_games`,
    `t42`.`mid_range_attempts_allowed_games`,
    `t42`.`mid_range_makes_allowed_games`,
    `t42`.`mid_range_blocks_games`,
    `t42`.`corner_three_attempts_allowed_games`,
    `t42`.`corner_three_makes_allowed_games`,
    `t42`.`corner_three_blocks_games`,
    `t42`.`above_break_three_attempts_allowed_games`,
    `t42`.`above_break_three_makes_allowed_games`,
    `t42`.`above_break_three_blocks_games`,
    `t42`.`league_date`,
    `t42`.`league_paint_attempts_allowed`,
    `t42`.`league_paint_makes_allowed`,
    `t42`.`league_mid_range_attempts_allowed`,
    `t42`.`league_mid_range_makes_allowed`,
    `t42`.`league_corner_three_attempts_allowed`,
    `t42`.`league_corner_three_makes_allowed`,
    `t42`.`league_above_break_three_attempts_allowed`,
    `t42`.`league_above_break_three_makes_allowed`,
    `t42`.`games_required`,
    `t42`.`reason`,
    `t42`.`reason_is_curable`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`paint_makes_allowed` AS FLOAT64),
        NULLIF(`t42`.`paint_attempts_allowed`, 0)
      )
      ELSE NULL
    END AS `paint_field_goal_share_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`paint_makes_allowed` * 2 AS FLOAT64),
        NULLIF(`t42`.`paint_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `paint_points_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN (
        ieee_divide(
          CAST(`t42`.`paint_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`paint_attempts_allowed`, 0)
        ) - ieee_divide(
          CAST(`t42`.`league_paint_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`league_paint_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `paint_weakness`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`mid_range_makes_allowed` AS FLOAT64),
        NULLIF(`t42`.`mid_range_attempts_allowed`, 0)
      )
      ELSE NULL
    END AS `mid_range_field_goal_share_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`mid_range_makes_allowed` * 2 AS FLOAT64),
        NULLIF(`t42`.`mid_range_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `mid_range_points_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN (
        ieee_divide(
          CAST(`t42`.`mid_range_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`mid_range_attempts_allowed`, 0)
        ) - ieee_divide(
          CAST(`t42`.`league_mid_range_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`league_mid_range_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `mid_range_weakness`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`corner_three_makes_allowed` AS FLOAT64),
        NULLIF(`t42`.`corner_three_attempts_allowed`, 0)
      )
      ELSE NULL
    END AS `corner_three_field_goal_share_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`corner_three_makes_allowed` * 3 AS FLOAT64),
        NULLIF(`t42`.`corner_three_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `corner_three_points_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN (
        ieee_divide(
          CAST(`t42`.`corner_three_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`corner_three_attempts_allowed`, 0)
        ) - ieee_divide(
          CAST(`t42`.`league_corner_three_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`league_corner_three_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `corner_three_weakness`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`above_break_three_makes_allowed` AS FLOAT64),
        NULLIF(`t42`.`above_break_three_attempts_allowed`, 0)
      )
      ELSE NULL
    END AS `above_break_three_field_goal_share_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(
        CAST(`t42`.`above_break_three_makes_allowed` * 3 AS FLOAT64),
        NULLIF(`t42`.`above_break_three_attempts_allowed_games`, 0)
      )
      ELSE NULL
    END AS `above_break_three_points_allowed`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN (
        ieee_divide(
          CAST(`t42`.`above_break_three_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`above_break_three_attempts_allowed`, 0)
        ) - ieee_divide(
          CAST(`t42`.`league_above_break_three_makes_allowed` AS FLOAT64),
          NULLIF(`t42`.`league_above_break_three_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `above_break_three_weakness`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(ieee_divide(`t42`.`rating`, 1000000000), `t42`.`games`)
      ELSE NULL
    END AS `defensive_rating`,
    CASE
      WHEN `t42`.`reason` IS NULL
      THEN ieee_divide(ieee_divide(`t42`.`pace`, 1000000000), `t42`.`games`)
      ELSE NULL
    END AS `opponent_pace`
  FROM (
    SELECT
      `t41`.`game_id`,
      `t41`.`game_date`,
      `t41`.`team_id`,
      `t41`.`season`,
      `t41`.`for_game_id`,
      `t41`.`for_owner`,
      `t41`.`games`,
      `t41`.`rating`,
      `t41`.`pace`,
      `t41`.`paint_attempts_allowed`,
      `t41`.`paint_makes_allowed`,
      `t41`.`paint_blocks`,
      `t41`.`mid_range_attempts_allowed`,
      `t41`.`mid_range_makes_allowed`,
      `t41`.`mid_range_blocks`,
      `t41`.`corner_three_attempts_allowed`,
      `t41`.`corner_three_makes_allowed`,
      `t41`.`corner_three_blocks`,
      `t41`.`above_break_three_attempts_allowed`,
      `t41`.`above_break_three_makes_allowed`,
      `t41`.`above_break_three_blocks`,
      `t41`.`paint_attempts_allowed_games`,
      `t41`.`paint_makes_allowed_games`,
      `t41`.`paint_blocks_games`,
      `t41`.`mid_range_attempts_allowed_games`,
      `t41`.`mid_range_makes_allowed_games`,
      `t41`.`mid_range_blocks_games`,
      `t41`.`corner_three_attempts_allowed_games`,
      `t41`.`corner_three_makes_allowed_games`,
      `t41`.`corner_three_blocks_games`,
      `t41`.`above_break_three_attempts_allowed_games`,
      `t41`.`above_break_three_makes_allowed_games`,
      `t41`.`above_break_three_blocks_games`,
      `t41`.`league_date`,
      `t41`.`league_paint_attempts_allowed`,
      `t41`.`league_paint_makes_allowed`,
      `t41`.`league_mid_range_attempts_allowed`,
      `t41`.`league_mid_range_makes_allowed`,
      `t41`.`league_corner_three_attempts_allowed`,
      `t41`.`league_corner_three_makes_allowed`,
      `t41`.`league_above_break_three_attempts_allowed`,
      `t41`.`league_above_break_three_makes_allowed`,
      CASE
        WHEN (
          3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
        ) IS NOT NULL
        THEN LEAST(
          3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
          10
        )
        ELSE NULL
      END AS `games_required`,
      CASE
        WHEN `t41`.`counted` < CASE
          WHEN (
            3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
          ) IS NOT NULL
          THEN LEAST(
            3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
            10
          )
          ELSE NULL
        END
        THEN CASE
          WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
          THEN 'EXPECTED_INCOMPLETE'
          ELSE 'INSUFFICIENT_HISTORY'
        END
        ELSE NULL
      END AS `reason`,
      CASE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'EXPECTED_INCOMPLETE'
        THEN FALSE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INSUFFICIENT_HISTORY'
        THEN FALSE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'MISSING_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'INCOMPLETE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'STALE_UPSTREAM'
        THEN TRUE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PLAYER_DNP'
        THEN FALSE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'NAME_UNRESOLVED'
        THEN TRUE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'VALIDATION_ERROR'
        THEN TRUE
        WHEN CASE
          WHEN `t41`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR(ieee_divide(DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY), 3)) AS INT64),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATE_DIFF(`t41`.`game_date`, `t41`.`starts_on`, DAY) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END = 'PROCESSING_ERROR'
        THEN TRUE
        ELSE NULL
      END AS `reason_is_curable`
    FROM (
      SELECT
        `t40`.`game_id`,
        `t40`.`game_date`,
        `t40`.`team_id`,
        `t40`.`season`,
        `t40`.`for_game_id`,
        `t40`.`for_owner`,
        `t40`.`games`,
        `t40`.`rating`,
        `t40`.`pace`,
        `t40`.`paint_attempts_allowed`,
        `t40`.`paint_makes_allowed`,
        `t40`.`paint_blocks`,
        `t40`.`mid_range_attempts_allowed`,
        `t40`.`mid_range_makes_allowed`,
        `t40`.`mid_range_blocks`,
        `t40`.`corner_three_attempts_allowed`,
        `t40`.`corner_three_makes_allowed`,
        `t40`.`corner_three_blocks`,
        `t40`.`above_break_three_attempts_allowed`,
        `t40`.`above_break_three_makes_allowed`,
        `t40`.`above_break_three_blocks`,
        `t40`.`paint_attempts_allowed_games`,
        `t40`.`paint_makes_allowed_games`,
        `t40`.`paint_blocks_games`,
        `t40`.`mid_range_attempts_allowed_games`,
        `t40`.`mid_range_makes_allowed_games`,
        `t40`.`mid_range_blocks_games`,
        `t40`.`corner_three_attempts_allowed_games`,
        `t40`.`corner_three_makes_allowed_games`,
        `t40`.`corner_three_blocks_games`,
        `t40`.`above_break_three_attempts_allowed_games`,
        `t40`.`above_break_three_makes_allowed_games`,
        `t40`.`above_break_three_blocks_games`,
        `t40`.`league_date`,
        `t40`.`league_paint_attempts_allowed`,
        `t40`.`league_paint_makes_allowed`,
        `t40`.`league_mid_range_attempts_allowed`,
        `t40`.`league_mid_range_makes_allowed`,
        `t40`.`league_corner_three_attempts_allowed`,
        `t40`.`league_corner_three_makes_allowed`,
        `t40`.`league_above_break_three_attempts_allowed`,
        `t40`.`league_above_break_three_makes_allowed`,
        `t40`.`counted`,
        `t11`.`start_of`,
        `t11`.`starts_on`
      FROM (
        SELECT
          `t38`.`game_id`,
          `t38`.`game_date`,
          `t38`.`team_id`,
          `t38`.`season`,
          `t38`.`for_game_id`,
          `t38`.`for_owner`,
          `t38`.`games`,
          `t38`.`rating`,
          `t38`.`pace`,
          `t38`.`paint_attempts_allowed`,
          `t38`.`paint_makes_allowed`,
          `t38`.`paint_blocks`,
          `t38`.`mid_range_attempts_allowed`,
          `t38`.`mid_range_makes_allowed`,
          `t38`.`mid_range_blocks`,
          `t38`.`corner_three_attempts_allowed`,
          `t38`.`corner_three_makes_allowed`,
          `t38`.`corner_three_blocks`,
          `t38`.`above_break_three_attempts_allowed`,
          `t38`.`above_break_three_makes_allowed`,
          `t38`.`above_break_three_blocks`,
          `t38`.`paint_attempts_allowed_games`,
          `t38`.`paint_makes_allowed_games`,
          `t38`.`paint_blocks_games`,
          `t38`.`mid_range_attempts_allowed_games`,
          `t38`.`mid_range_makes_allowed_games`,
          `t38`.`mid_range_blocks_games`,
          `t38`.`corner_three_attempts_allowed_games`,
          `t38`.`corner_three_makes_allowed_games`,
          `t38`.`corner_three_blocks_games`,
          `t38`.`above_break_three_attempts_allowed_games`,
          `t38`.`above_break_three_makes_allowed_games`,
          `t38`.`above_break_three_blocks_games`,
          `t38`.`league_date`,
          `t38`.`league_paint_attempts_allowed`,
          `t38`.`league_paint_makes_allowed`,
          `t38`.`league_mid_range_attempts_allowed`,
          `t38`.`league_mid_range_makes_allowed`,
          `t38`.`league_corner_three_attempts_allowed`,
          `t38`.`league_corner_three_makes_allowed`,
          `t38`.`league_above_break_three_attempts_allowed`,
          `t38`.`league_above_break_three_makes_allowed`,
          COALESCE(`t38`.`games`, 0) AS `counted`
        FROM (
          SELECT
            `t19`.`game_id`,
            `t19`.`game_date`,
            `t19`.`team_id`,
            `t19`.`season`,
            `t37`.`for_game_id`,
            `t37`.`for_owner`,
            `t37`.`games`,
            `t37`.`rating`,
            `t37`.`pace`,
            `t37`.`paint_attempts_allowed`,
            `t37`.`paint_makes_allowed`,
            `t37`.`paint_blocks`,
            `t37`.`mid_range_attempts_allowed`,
            `t37`.`mid_range_makes_allowed`,
            `t37`.`mid_range_blocks`,
            `t37`.`corner_three_attempts_allowed`,
            `t37`.`corner_three_makes_allowed`,
            `t37`.`corner_three_blocks`,
            `t37`.`above_break_three_attempts_allowed`,
            `t37`.`above_break_three_makes_allowed`,
            `t37`.`above_break_three_blocks`,
            `t37`.`paint_attempts_allowed_games`,
            `t37`.`paint_makes_allowed_games`,
            `t37`.`paint_blocks_games`,
            `t37`.`mid_range_attempts_allowed_games`,
            `t37`.`mid_range_makes_allowed_games`,
            `t37`.`mid_range_blocks_games`,
            `t37`.`corner_three_attempts_allowed_games`,
            `t37`.`corner_three_makes_allowed_games`,
            `t37`.`corner_three_blocks_games`,
            `t37`.`above_break_three_attempts_allowed_games`,
            `t37`.`above_break_three_makes_allowed_games`,
            `t37`.`above_break_three_blocks_games`,
            `t25`.`league_date`,
            `t25`.`league_paint_attempts_allowed`,
            `t25`.`league_paint_makes_allowed`,
            `t25`.`league_mid_range_attempts_allowed`,
            `t25`.`league_mid_range_makes_allowed`,
            `t25`.`league_corner_three_attempts_allowed`,
            `t25`.`league_corner_three_makes_allowed`,
            `t25`.`league_above_break_three_attempts_allowed`,
            `t25`.`league_above_break_three_makes_allowed`
          FROM (
            SELECT
              `t14`.`game_id`,
              `t14`.`game_date`,
              `t14`.`team_id`,
              `t14`.`season`
            FROM `t12` AS `t14`
          ) AS `t19`
          LEFT OUTER JOIN (
            SELECT
              `t35`.`for_game_id`,
              `t35`.`for_owner`,
              COUNT(*) AS `games`,
              SUM(CAST(ROUND(`t35`.`defensive_rating` * 1000000000, 0) AS INT64)) AS `rating`,
              SUM(CAST(ROUND(`t35`.`opponent_pace` * 1000000000, 0) AS INT64)) AS `pace`,
              SUM(`t35`.`paint_attempts_allowed`) AS `paint_attempts_allowed`,
              SUM(`t35`.`paint_makes_allowed`) AS `paint_makes_allowed`,
              SUM(`t35`.`paint_blocks`) AS `paint_blocks`,
              SUM(`t35`.`mid_range_attempts_allowed`) AS `mid_range_attempts_allowed`,
              SUM(`t35`.`mid_range_makes_allowed`) AS `mid_range_makes_allowed`,
              SUM(`t35`.`mid_range_blocks`) AS `mid_range_blocks`,
              SUM(`t35`.`corner_three_attempts_allowed`) AS `corner_three_attempts_allowed`,
              SUM(`t35`.`corner_three_makes_allowed`) AS `corner_three_makes_allowed`,
              SUM(`t35`.`corner_three_blocks`) AS `corner_three_blocks`,
              SUM(`t35`.`above_break_three_attempts_allowed`) AS `above_break_three_attempts_allowed`,
              SUM(`t35`.`above_break_three_makes_allowed`) AS `above_break_three_makes_allowed`,
              SUM(`t35`.`above_break_three_blocks`) AS `above_break_three_blocks`,
              COUNT(`t35`.`paint_attempts_allowed`) AS `paint_attempts_allowed_games`,
              COUNT(`t35`.`paint_makes_allowed`) AS `paint_makes_allowed_games`,
              COUNT(`t35`.`paint_blocks`) AS `paint_blocks_games`,
              COUNT(`t35`.`mid_range_attempts_allowed`) AS `mid_range_attempts_allowed_games`,
              COUNT(`t35`.`mid_range_makes_allowed`) AS `mid_range_makes_allowed_games`,
              COUNT(`t35`.`mid_range_blocks`) AS `mid_range_blocks_games`,
              COUNT(`t35`.`corner_three_attempts_allowed`) AS `corner_three_attempts_allowed_games`,
              COUNT(`t35`.`corner_three_makes_allowed`) AS `corner_three_makes_allowed_games`,
              COUNT(`t35`.`corner_three_blocks`) AS `corner_three_blocks_games`,
              COUNT(`t35`.`above_break_three_attempts_allowed`) AS `above_break_three_attempts_allowed_games`,
              COUNT(`t35`.`above_break_three_makes_allowed`) AS `above_break_three_makes_allowed_games`,
              COUNT(`t35`.`above_break_three_blocks`) AS `above_break_three_blocks_games`
            FROM (
              SELECT
                `t34`.`for_game_id`,
                `t34`.`for_date`,
                `t34`.`for_owner`,
                `t34`.`last_number`,
                `t34`.`games_ago`,
                `t34`.`game_id`,
                `t34`.`game_date`,
                `t34`.`team_id`,
                `t34`.`opponent_id`,
                `t34`.`points_allowed`,
                `t34`.`rebounds_allowed`,
                `t34`.`assists_allowed`,
                `t34`.`threes_allowed`,
                `t34`.`steals_allowed`,
                `t34`.`blocks_allowed`,
                `t34`.`defensive_rating`,
                `t34`.`opponent_pace`,
                `t34`.`opponent_true_shooting_share`,
                `t34`.`defensive_rebounds`,
                `t34`.`blocks`,
                `t34`.`steals`,
                `t34`.`turnovers_forced`,
                `t34`.`paint_attempts_allowed`,
                `t34`.`paint_makes_allowed`,
                `t34`.`mid_range_attempts_allowed`,
                `t34`.`mid_range_makes_allowed`,
                `t34`.`corner_three_attempts_allowed`,
                `t34`.`corner_three_makes_allowed`,
                `t34`.`above_break_three_attempts_allowed`,
                `t34`.`above_break_three_makes_allowed`,
                `t34`.`paint_blocks`,
                `t34`.`mid_range_blocks`,
                `t34`.`corner_three_blocks`,
                `t34`.`above_break_three_blocks`,
                `t34`.`number`,
                `t34`.`next_date`
              FROM (
                SELECT
                  `t33`.`for_game_id`,
                  `t33`.`for_date`,
                  `t33`.`for_owner`,
                  `t33`.`last_number`,
                  `t33`.`games_ago`,
                  `t33`.`for_number`,
                  `t28`.`game_id`,
                  `t28`.`game_date`,
                  `t28`.`team_id`,
                  `t28`.`opponent_id`,
                  `t28`.`points_allowed`,
                  `t28`.`rebounds_allowed`,
                  `t28`.`assists_allowed`,
                  `t28`.`threes_allowed`,
                  `t28`.`steals_allowed`,
                  `t28`.`blocks_allowed`,
                  `t28`.`defensive_rating`,
                  `t28`.`opponent_pace`,
                  `t28`.`opponent_true_shooting_share`,
                  `t28`.`defensive_rebounds`,
                  `t28`.`blocks`,
                  `t28`.`steals`,
                  `t28`.`turnovers_forced`,
                  `t28`.`paint_attempts_allowed`,
                  `t28`.`paint_makes_allowed`,
                  `t28`.`mid_range_attempts_allowed`,
                  `t28`.`mid_range_makes_allowed`,
                  `t28`.`corner_three_attempts_allowed`,
                  `t28`.`corner_three_makes_allowed`,
                  `t28`.`above_break_three_attempts_allowed`,
                  `t28`.`above_break_three_makes_allowed`,
                  `t28`.`paint_blocks`,
                  `t28`.`mid_range_blocks`,
                  `t28`.`corner_three_blocks`,
                  `t28`.`above_break_three_blocks`,
                  `t28`.`number`,
                  `t28`.`next_date`
                FROM (
                  SELECT
                    `t31`.`for_game_id`,
                    `t31`.`for_date`,
                    `t31`.`for_owner`,
                    `t31`.`last_number`,
                    `t31`.`games_ago`,
                    (
                      `t31`.`last_number` - `t31`.`games_ago`
                    ) + 1 AS `for_number`
                  FROM (
                    SELECT
                      `t18`.`game_id` AS `for_game_id`,
                      `t18`.`game_date` AS `for_date`,
                      `t18`.`team_id` AS `for_owner`,
                      `t30`.`last_number`,
                      IF(pos = pos_2, `games_ago`, NULL) AS `games_ago`
                    FROM (
                      SELECT
                        `t14`.`game_id`,
                        `t14`.`game_date`,
                        `t14`.`team_id`
                      FROM `t12` AS `t14`
                    ) AS `t18`
                    LEFT OUTER JOIN (
                      SELECT
                        `t26`.`game_date` AS `last_game_date`,
                        `t26`.`team_id` AS `last_team_id`,
                        `t26`.`number` AS `last_number`,
                        `t26`.`next_date` AS `last_next_date`
                      FROM (
                        SELECT
                          `t23`.`game_date`,
                          `t23`.`team_id`,
                          ROW_NUMBER() OVER (PARTITION BY `t23`.`team_id` ORDER BY `t23`.`game_date` ASC) - 1 AS `number`,
                          LEAD(`t23`.`game_date`) OVER (PARTITION BY `t23`.`team_id` ORDER BY `t23`.`game_date` ASC) AS `next_date`
                        FROM (
                          SELECT
                            `t21`.`game_date`,
                            `t21`.`team_id`
                          FROM `t20` AS `t21`
                        ) AS `t23`
                      ) AS `t26`
                    ) AS `t30`
                      ON `t18`.`team_id` = `t30`.`last_team_id`
                      AND `t18`.`game_date` > `t30`.`last_game_date`
                      AND (
                        (
                          `t30`.`last_next_date` IS NULL
                        )
                        OR (
                          `t18`.`game_date` <= `t30`.`last_next_date`
                        )
                      )
                      AND DATE_DIFF(`t18`.`game_date`, `t30`.`last_game_date`, DAY) <= 365
                    CROSS JOIN UNNEST(GENERATE_ARRAY(
                      0,
                      GREATEST(ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])) - 1
                    )) AS pos
                    CROSS JOIN UNNEST(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]) AS `games_ago` WITH OFFSET AS pos_2
                    WHERE
                      pos = pos_2
                      OR (
                        pos > (
                          ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]) - 1
                        )
                        AND pos_2 = (
                          ARRAY_LENGTH(ARRAY<INT64>[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]) - 1
                        )
                      )
                  ) AS `t31`
                ) AS `t33`
                INNER JOIN (
                  SELECT
                    `t24`.`game_id`,
                    `t24`.`game_date`,
                    `t24`.`team_id`,
                    `t24`.`opponent_id`,
                    `t24`.`points_allowed`,
                    `t24`.`rebounds_allowed`,
                    `t24`.`assists_allowed`,
                    `t24`.`threes_allowed`,
                    `t24`.`steals_allowed`,
                    `t24`.`blocks_allowed`,
                    `t24`.`defensive_rating`,
                    `t24`.`opponent_pace`,
                    `t24`.`opponent_true_shooting_share`,
                    `t24`.`defensive_rebounds`,
                    `t24`.`blocks`,
                    `t24`.`steals`,
                    `t24`.`turnovers_forced`,
                    `t24`.`paint_attempts_allowed`,
                    `t24`.`paint_makes_allowed`,
                    `t24`.`mid_range_attempts_allowed`,
                    `t24`.`mid_range_makes_allowed`,
                    `t24`.`corner_three_attempts_allowed`,
                    `t24`.`corner_three_makes_allowed`,
                    `t24`.`above_break_three_attempts_allowed`,
                    `t24`.`above_break_three_makes_allowed`,
                    `t24`.`paint_blocks`,
                    `t24`.`mid_range_blocks`,
                    `t24`.`corner_three_blocks`,
                    `t24`.`above_break_three_blocks`,
                    ROW_NUMBER() OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC) - 1 AS `number`,
                    LEAD(`t24`.`game_date`) OVER (PARTITION BY `t24`.`team_id` ORDER BY `t24`.`game_date` ASC) AS `next_date`
                  FROM (
                    SELECT
                      `t21`.`game_id`,
                      `t21`.`game_date`,
                      `t21`.`team_id`,
                      `t21`.`opponent_id`,
                      `t21`.`points_allowed`,
                      `t21`.`rebounds_allowed`,
                      `t21`.`assists_allowed`,
                      `t21`.`threes_allowed`,
                      `t21`.`steals_allowed`,
                      `t21`.`blocks_allowed`,
                      `t21`.`defensive_rating`,
                      `t21`.`opponent_pace`,
                      `t21`.`opponent_true_shooting_share`,
                      `t21`.`defensive_rebounds`,
                      `t21`.`blocks`,
                      `t21`.`steals`,
                      `t21`.`turnovers_forced`,
                      `t21`.`paint_attempts_allowed`,
                      `t21`.`paint_makes_allowed`,
                      `t21`.`mid_range_attempts_allowed`,
                      `t21`.`mid_range_makes_allowed`,
                      `t21`.`corner_three_attempts_allowed`,
                      `t21`.`corner_three_makes_allowed`,
                      `t21`.`above_break_three_attempts_allowed`,
                      `t21`.`above_break_three_makes_allowed`,
                      `t21`.`paint_blocks`,
                      `t21`.`mid_range_blocks`,
                      `t21`.`corner_three_blocks`,
                      `t21`.`above_break_three_blocks`
                    FROM `t20` AS `t21`
                  ) AS `t24`
                ) AS `t28`
                  ON `t33`.`for_owner` = `t28`.`team_id`
                  AND `t33`.`for_number` = `t28`.`number`
                  AND DATE_DIFF(`t33`.`for_date`, `t28`.`game_date`, DAY) <= 365
              ) AS `t34`
            ) AS `t35`
            GROUP BY
              1,
              2
          ) AS `t37`
            ON `t19`.`game_id` = `t37`.`for_game_id` AND `t19`.`team_id` = `t37`.`for_owner`
          INNER JOIN (
            SELECT
              `t17`.`league_date`,
              SUM(`t17`.`paint_attempts_allowed`) AS `league_paint_attempts_allowed`,
              SUM(`t17`.`paint_makes_allowed`) AS `league_paint_makes_allowed`,
              SUM(`t17`.`mid_range_attempts_allowed`) AS `league_mid_range_attempts_allowed`,
              SUM(`t17`.`mid_range_makes_allowed`) AS `league_mid_range_makes_allowed`,
              SUM(`t17`.`corner_three_attempts_allowed`) AS `league_corner_three_attempts_allowed`,
              SUM(`t17`.`corner_three_makes_allowed`) AS `league_corner_three_makes_allowed`,
              SUM(`t17`.`above_break_three_attempts_allowed`) AS `league_above_break_three_attempts_allowed`,
              SUM(`t17`.`above_break_three_makes_allowed`) AS `league_above_break_three_makes_allowed`
            FROM (
              SELECT
                `t7`.`league_date`,
                `t3`.`game_id`,
                `t3`.`game_date`,
                `t3`.`team_id`,
                `t3`.`opponent_id`,
                `t3`.`points_allowed`,
                `t3`.`rebounds_allowed`,
                `t3`.`assists_allowed`,
                `t3`.`threes_allowed`,
                `t3`.`steals_allowed`,
                `t3`.`blocks_allowed`,
                `t3`.`defensive_rating`,
                `t3`.`opponent_pace`,
                `t3`.`opponent_true_shooting_share`,
                `t3`.`defensive_rebounds`,
                `t3`.`blocks`,
                `t3`.`steals`,
                `t3`.`turnovers_forced`,
                `t3`.`paint_attempts_allowed`,
                `t3`.`paint_makes_allowed`,
                `t3`.`mid_range_attempts_allowed`,
                `t3`.`mid_range_makes_allowed`,
                `t3`.`corner_three_attempts_allowed`,
                `t3`.`corner_three_makes_allowed`,
                `t3`.`above_break_three_attempts_allowed`,
                `t3`.`above_break_three_makes_allowed`
              FROM (
                SELECT DISTINCT
                  `t0`.`game_date` AS `league_date`
                FROM `input_schedule` AS `t0`
              ) AS `t7`
              LEFT OUTER JOIN `input_team_defense_game_summary` AS `t3`
                ON DATE_DIFF(`t7`.`league_date`, `t3`.`game_date`, DAY) >= 1
                AND DATE_DIFF(`t7`.`league_date`, `t3`.`game_date`, DAY) <= 30
            ) AS `t17`
            GROUP BY
              1
          ) AS `t25`
            ON `t19`.`game_date` = `t25`.`league_date`
        ) AS `t38`
      ) AS `t40`
      INNER JOIN (
        SELECT
          `t0`.`season` AS `start_of`,
          MIN(`t0`.`game_date`) AS `starts_on`
        FROM `input_schedule` AS `t0`
        GROUP BY
          1
      ) AS `t11`
        ON `t40`.`season` = `t11`.`start_of`
    ) AS `t41`
  ) AS `t42`
) AS `t44`
