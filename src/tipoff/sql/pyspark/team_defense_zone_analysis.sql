-- rows 90ac135713051d81
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
)
SELECT
  `t41`.`game_id`,
  `t41`.`game_date`,
  `t41`.`team_id`,
  `t41`.`games`,
  `t41`.`defensive_rating`,
  `t41`.`opponent_pace`,
  CASE
    WHEN `t41`.`paint_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN LEAST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN `t41`.`mid_range_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN LEAST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN `t41`.`corner_three_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN LEAST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN `t41`.`above_break_three_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN LEAST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS `strongest_zone`,
  CASE
    WHEN `t41`.`paint_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN GREATEST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'paint'
    WHEN `t41`.`mid_range_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN GREATEST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'mid_range'
    WHEN `t41`.`corner_three_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN GREATEST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'corner_three'
    WHEN `t41`.`above_break_three_weakness` = CASE
      WHEN `t41`.`paint_weakness` IS NOT NULL
      AND NOT ISNAN(`t41`.`paint_weakness`)
      AND (
        `t41`.`mid_range_weakness` IS NOT NULL AND NOT ISNAN(`t41`.`mid_range_weakness`)
      )
      AND (
        `t41`.`corner_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`corner_three_weakness`)
      )
      AND (
        `t41`.`above_break_three_weakness` IS NOT NULL
        AND NOT ISNAN(`t41`.`above_break_three_weakness`)
      )
      THEN GREATEST(
        `t41`.`paint_weakness`,
        `t41`.`mid_range_weakness`,
        `t41`.`corner_three_weakness`,
        `t41`.`above_break_three_weakness`
      )
      ELSE NULL
    END
    THEN 'above_break_three'
    ELSE NULL
  END AS `weakest_zone`,
  `t41`.`paint_field_goal_share_allowed`,
  `t41`.`paint_attempts_allowed`,
  `t41`.`paint_points_allowed`,
  `t41`.`paint_blocks`,
  `t41`.`paint_weakness`,
  `t41`.`mid_range_field_goal_share_allowed`,
  `t41`.`mid_range_attempts_allowed`,
  `t41`.`mid_range_points_allowed`,
  `t41`.`mid_range_blocks`,
  `t41`.`mid_range_weakness`,
  `t41`.`corner_three_field_goal_share_allowed`,
  `t41`.`corner_three_attempts_allowed`,
  `t41`.`corner_three_points_allowed`,
  `t41`.`corner_three_blocks`,
  `t41`.`corner_three_weakness`,
  `t41`.`above_break_three_field_goal_share_allowed`,
  `t41`.`above_break_three_attempts_allowed`,
  `t41`.`above_break_three_points_allowed`,
  `t41`.`above_break_three_blocks`,
  `t41`.`above_break_three_weakness`,
  `t41`.`games_required`,
  `t41`.`reason`,
  `t41`.`reason_is_curable`
FROM (
  SELECT
    `t39`.`game_id`,
    `t39`.`game_date`,
    `t39`.`team_id`,
    `t39`.`season`,
    `t39`.`for_game_id`,
    `t39`.`for_owner`,
    COALESCE(`t39`.`games`, 0) AS `games`,
    `t39`.`rating`,
    `t39`.`pace`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`paint_attempts_allowed` AS DOUBLE) / NULLIF(`t39`.`paint_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `paint_attempts_allowed`,
    `t39`.`paint_makes_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`paint_blocks` AS DOUBLE) / NULLIF(`t39`.`paint_blocks_games`, 0)
      ELSE NULL
    END AS `paint_blocks`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`mid_range_attempts_allowed` AS DOUBLE) / NULLIF(`t39`.`mid_range_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `mid_range_attempts_allowed`,
    `t39`.`mid_range_makes_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`mid_range_blocks` AS DOUBLE) / NULLIF(`t39`.`mid_range_blocks_games`, 0)
      ELSE NULL
    END AS `mid_range_blocks`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`corner_three_attempts_allowed` AS DOUBLE) / NULLIF(`t39`.`corner_three_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `corner_three_attempts_allowed`,
    `t39`.`corner_three_makes_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`corner_three_blocks` AS DOUBLE) / NULLIF(`t39`.`corner_three_blocks_games`, 0)
      ELSE NULL
    END AS `corner_three_blocks`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`above_break_three_attempts_allowed` AS DOUBLE) / NULLIF(`t39`.`above_break_three_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `above_break_three_attempts_allowed`,
    `t39`.`above_break_three_makes_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`above_break_three_blocks` AS DOUBLE) / NULLIF(`t39`.`above_break_three_blocks_games`, 0)
      ELSE NULL
    END AS `above_break_three_blocks`,
    `t39`.`paint_attempts_allowed_games`,
    `t39`.`paint_makes_allowed_games`,
    `t39`.`paint_blocks_games`,
    `t39`.`mid_range_attempts_allowed_games`,
    `t39`.`mid_range_makes_allowed_games`,
    `t39`.`mid_range_blocks_games`,
    `t39`.`corner_three_attempts_allowed_games`,
    `t39`.`corner_three_makes_allowed_games`,
    `t39`.`corner_three_blocks_games`,
    `t39`.`above_break_three_attempts_allowed_games`,
    `t39`.`above_break_three_makes_allowed_games`,
    `t39`.`above_break_three_blocks_games`,
    `t39`.`league_date`,
    `t39`.`league_paint_attempts_allowed`,
    `t39`.`league_paint_makes_allowed`,
    `t39`.`league_mid_range_attempts_allowed`,
    `t39`.`league_mid_range_makes_allowed`,
    `t39`.`league_corner_three_attempts_allowed`,
    `t39`.`league_corner_three_makes_allowed`,
    `t39`.`league_above_break_three_attempts_allowed`,
    `t39`.`league_above_break_three_makes_allowed`,
    `t39`.`games_required`,
    `t39`.`reason`,
    `t39`.`reason_is_curable`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`paint_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`paint_attempts_allowed`, 0)
      ELSE NULL
    END AS `paint_field_goal_share_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`paint_makes_allowed` * 2 AS DOUBLE) / NULLIF(`t39`.`paint_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `paint_points_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        (
          CAST(`t39`.`paint_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`paint_attempts_allowed`, 0)
        ) - (
          CAST(`t39`.`league_paint_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`league_paint_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `paint_weakness`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`mid_range_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`mid_range_attempts_allowed`, 0)
      ELSE NULL
    END AS `mid_range_field_goal_share_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`mid_range_makes_allowed` * 2 AS DOUBLE) / NULLIF(`t39`.`mid_range_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `mid_range_points_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        (
          CAST(`t39`.`mid_range_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`mid_range_attempts_allowed`, 0)
        ) - (
          CAST(`t39`.`league_mid_range_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`league_mid_range_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `mid_range_weakness`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`corner_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`corner_three_attempts_allowed`, 0)
      ELSE NULL
    END AS `corner_three_field_goal_share_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`corner_three_makes_allowed` * 3 AS DOUBLE) / NULLIF(`t39`.`corner_three_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `corner_three_points_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        (
          CAST(`t39`.`corner_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`corner_three_attempts_allowed`, 0)
        ) - (
          CAST(`t39`.`league_corner_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`league_corner_three_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `corner_three_weakness`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`above_break_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`above_break_three_attempts_allowed`, 0)
      ELSE NULL
    END AS `above_break_three_field_goal_share_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN CAST(`t39`.`above_break_three_makes_allowed` * 3 AS DOUBLE) / NULLIF(`t39`.`above_break_three_attempts_allowed_games`, 0)
      ELSE NULL
    END AS `above_break_three_points_allowed`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        (
          CAST(`t39`.`above_break_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`above_break_three_attempts_allowed`, 0)
        ) - (
          CAST(`t39`.`league_above_break_three_makes_allowed` AS DOUBLE) / NULLIF(`t39`.`league_above_break_three_attempts_allowed`, 0)
        )
      ) * 100
      ELSE NULL
    END AS `above_break_three_weakness`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        `t39`.`rating` / 1000000000
      ) / `t39`.`games`
      ELSE NULL
    END AS `defensive_rating`,
    CASE
      WHEN `t39`.`reason` IS NULL
      THEN (
        `t39`.`pace` / 1000000000
      ) / `t39`.`games`
      ELSE NULL
    END AS `opponent_pace`
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
      `t38`.`games_required`,
      `t38`.`reason`,
      `t38`.`reason_is_curable`
    FROM (
      SELECT
        `t37`.`game_id`,
        `t37`.`game_date`,
        `t37`.`team_id`,
        `t37`.`season`,
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
        `t37`.`league_date`,
        `t37`.`league_paint_attempts_allowed`,
        `t37`.`league_paint_makes_allowed`,
        `t37`.`league_mid_range_attempts_allowed`,
        `t37`.`league_mid_range_makes_allowed`,
        `t37`.`league_corner_three_attempts_allowed`,
        `t37`.`league_corner_three_makes_allowed`,
        `t37`.`league_above_break_three_attempts_allowed`,
        `t37`.`league_above_break_three_makes_allowed`,
        `t37`.`counted`,
        `t37`.`start_of`,
        `t37`.`starts_on`,
        CASE
          WHEN (
            3 + CAST(FLOOR((
              DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
            ) / (
              3
            )) AS BIGINT)
          ) IS NOT NULL
          THEN LEAST(
            3 + CAST(FLOOR((
              DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
            ) / (
              3
            )) AS BIGINT),
            10
          )
          ELSE NULL
        END AS `games_required`,
        CASE
          WHEN `t37`.`counted` < CASE
            WHEN (
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
              ) / (
                3
              )) AS BIGINT)
            ) IS NOT NULL
            THEN LEAST(
              3 + CAST(FLOOR((
                DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
              ) / (
                3
              )) AS BIGINT),
              10
            )
            ELSE NULL
          END
          THEN CASE
            WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
            THEN 'EXPECTED_INCOMPLETE'
            ELSE 'INSUFFICIENT_HISTORY'
          END
          ELSE NULL
        END AS `reason`,
        CASE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'EXPECTED_INCOMPLETE'
          THEN FALSE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'INSUFFICIENT_HISTORY'
          THEN FALSE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'MISSING_UPSTREAM'
          THEN TRUE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'INCOMPLETE_UPSTREAM'
          THEN TRUE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'STALE_UPSTREAM'
          THEN TRUE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'PLAYER_DNP'
          THEN FALSE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'NAME_UNRESOLVED'
          THEN TRUE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
              THEN 'EXPECTED_INCOMPLETE'
              ELSE 'INSUFFICIENT_HISTORY'
            END
            ELSE NULL
          END = 'VALIDATION_ERROR'
          THEN TRUE
          WHEN CASE
            WHEN `t37`.`counted` < CASE
              WHEN (
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT)
              ) IS NOT NULL
              THEN LEAST(
                3 + CAST(FLOOR((
                  DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`)
                ) / (
                  3
                )) AS BIGINT),
                10
              )
              ELSE NULL
            END
            THEN CASE
              WHEN DATEDIFF(DAY, `t37`.`starts_on`, `t37`.`game_date`) < 21
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
          `t36`.`game_id`,
          `t36`.`game_date`,
          `t36`.`team_id`,
          `t36`.`season`,
          `t36`.`for_game_id`,
          `t36`.`for_owner`,
          `t36`.`games`,
          `t36`.`rating`,
          `t36`.`pace`,
          `t36`.`paint_attempts_allowed`,
          `t36`.`paint_makes_allowed`,
          `t36`.`paint_blocks`,
          `t36`.`mid_range_attempts_allowed`,
          `t36`.`mid_range_makes_allowed`,
          `t36`.`mid_range_blocks`,
          `t36`.`corner_three_attempts_allowed`,
          `t36`.`corner_three_makes_allowed`,
          `t36`.`corner_three_blocks`,
          `t36`.`above_break_three_attempts_allowed`,
          `t36`.`above_break_three_makes_allowed`,
          `t36`.`above_break_three_blocks`,
          `t36`.`paint_attempts_allowed_games`,
          `t36`.`paint_makes_allowed_games`,
          `t36`.`paint_blocks_games`,
          `t36`.`mid_range_attempts_allowed_games`,
          `t36`.`mid_range_makes_allowed_games`,
          `t36`.`mid_range_blocks_games`,
          `t36`.`corner_three_attempts_allowed_games`,
          `t36`.`corner_three_makes_allowed_games`,
          `t36`.`corner_three_blocks_games`,
          `t36`.`above_break_three_attempts_allowed_games`,
          `t36`.`above_break_three_makes_allowed_games`,
          `t36`.`above_break_three_blocks_games`,
          `t36`.`league_date`,
          `t36`.`league_paint_attempts_allowed`,
          `t36`.`league_paint_makes_allowed`,
          `t36`.`league_mid_range_attempts_allowed`,
          `t36`.`league_mid_range_makes_allowed`,
          `t36`.`league_corner_three_attempts_allowed`,
          `t36`.`league_corner_three_makes_allowed`,
          `t36`.`league_above_break_three_attempts_allowed`,
          `t36`.`league_above_break_three_makes_allowed`,
          `t36`.`counted`,
          `t11`.`start_of`,
          `t11`.`starts_on`
        FROM (
          SELECT
            `t34`.`game_id`,
            `t34`.`game_date`,
            `t34`.`team_id`,
            `t34`.`season`,
            `t34`.`for_game_id`,
            `t34`.`for_owner`,
            `t34`.`games`,
            `t34`.`rating`,
            `t34`.`pace`,
            `t34`.`paint_attempts_allowed`,
            `t34`.`paint_makes_allowed`,
            `t34`.`paint_blocks`,
            `t34`.`mid_range_attempts_allowed`,
            `t34`.`mid_range_makes_allowed`,
            `t34`.`mid_range_blocks`,
            `t34`.`corner_three_attempts_allowed`,
            `t34`.`corner_three_makes_allowed`,
            `t34`.`corner_three_blocks`,
            `t34`.`above_break_three_attempts_allowed`,
            `t34`.`above_break_three_makes_allowed`,
            `t34`.`above_break_three_blocks`,
            `t34`.`paint_attempts_allowed_games`,
            `t34`.`paint_makes_allowed_games`,
            `t34`.`paint_blocks_games`,
            `t34`.`mid_range_attempts_allowed_games`,
            `t34`.`mid_range_makes_allowed_games`,
            `t34`.`mid_range_blocks_games`,
            `t34`.`corner_three_attempts_allowed_games`,
            `t34`.`corner_three_makes_allowed_games`,
            `t34`.`corner_three_blocks_games`,
            `t34`.`above_break_three_attempts_allowed_games`,
            `t34`.`above_break_three_makes_allowed_games`,
            `t34`.`above_break_three_blocks_games`,
            `t34`.`league_date`,
            `t34`.`league_paint_attempts_allowed`,
            `t34`.`league_paint_makes_allowed`,
            `t34`.`league_mid_range_attempts_allowed`,
            `t34`.`league_mid_range_makes_allowed`,
            `t34`.`league_corner_three_attempts_allowed`,
            `t34`.`league_corner_three_makes_allowed`,
            `t34`.`league_above_break_three_attempts_allowed`,
            `t34`.`league_above_break_three_makes_allowed`,
            COALESCE(`t34`.`games`, 0) AS `counted`
          FROM (
            SELECT
              `t19`.`game_id`,
              `t19`.`game_date`,
              `t19`.`team_id`,
              `t19`.`season`,
              `t33`.`for_game_id`,
              `t33`.`for_owner`,
              `t33`.`games`,
              `t33`.`rating`,
              `t33`.`pace`,
              `t33`.`paint_attempts_allowed`,
              `t33`.`paint_makes_allowed`,
              `t33`.`paint_blocks`,
              `t33`.`mid_range_attempts_allowed`,
              `t33`.`mid_range_makes_allowed`,
              `t33`.`mid_range_blocks`,
              `t33`.`corner_three_attempts_allowed`,
              `t33`.`corner_three_makes_allowed`,
              `t33`.`corner_three_blocks`,
              `t33`.`above_break_three_attempts_allowed`,
              `t33`.`above_break_three_makes_allowed`,
              `t33`.`above_break_three_blocks`,
              `t33`.`paint_attempts_allowed_games`,
              `t33`.`paint_makes_allowed_games`,
              `t33`.`paint_blocks_games`,
              `t33`.`mid_range_attempts_allowed_games`,
              `t33`.`mid_range_makes_allowed_games`,
              `t33`.`mid_range_blocks_games`,
              `t33`.`corner_three_attempts_allowed_games`,
              `t33`.`corner_three_makes_allowed_games`,
              `t33`.`corner_three_blocks_games`,
              `t33`.`above_break_three_attempts_allowed_games`,
              `t33`.`above_break_three_makes_allowed_games`,
              `t33`.`above_break_three_blocks_games`,
              `t24`.`league_date`,
              `t24`.`league_paint_attempts_allowed`,
              `t24`.`league_paint_makes_allowed`,
              `t24`.`league_mid_range_attempts_allowed`,
              `t24`.`league_mid_range_makes_allowed`,
              `t24`.`league_corner_three_attempts_allowed`,
              `t24`.`league_corner_three_makes_allowed`,
              `t24`.`league_above_break_three_attempts_allowed`,
              `t24`.`league_above_break_three_makes_allowed`
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
                `t31`.`for_game_id`,
                `t31`.`for_owner`,
                COUNT(*) AS `games`,
                SUM(CAST(ROUND(`t31`.`defensive_rating` * 1000000000, 0) AS BIGINT)) AS `rating`,
                SUM(CAST(ROUND(`t31`.`opponent_pace` * 1000000000, 0) AS BIGINT)) AS `pace`,
                SUM(`t31`.`paint_attempts_allowed`) AS `paint_attempts_allowed`,
                SUM(`t31`.`paint_makes_allowed`) AS `paint_makes_allowed`,
                SUM(`t31`.`paint_blocks`) AS `paint_blocks`,
                SUM(`t31`.`mid_range_attempts_allowed`) AS `mid_range_attempts_allowed`,
                SUM(`t31`.`mid_range_makes_allowed`) AS `mid_range_makes_allowed`,
                SUM(`t31`.`mid_range_blocks`) AS `mid_range_blocks`,
                SUM(`t31`.`corner_three_attempts_allowed`) AS `corner_three_attempts_allowed`,
                SUM(`t31`.`corner_three_makes_allowed`) AS `corner_three_makes_allowed`,
                SUM(`t31`.`corner_three_blocks`) AS `corner_three_blocks`,
                SUM(`t31`.`above_break_three_attempts_allowed`) AS `above_break_three_attempts_allowed`,
                SUM(`t31`.`above_break_three_makes_allowed`) AS `above_break_three_makes_allowed`,
                SUM(`t31`.`above_break_three_blocks`) AS `above_break_three_blocks`,
                COUNT(`t31`.`paint_attempts_allowed`) AS `paint_attempts_allowed_games`,
                COUNT(`t31`.`paint_makes_allowed`) AS `paint_makes_allowed_games`,
                COUNT(`t31`.`paint_blocks`) AS `paint_blocks_games`,
                COUNT(`t31`.`mid_range_attempts_allowed`) AS `mid_range_attempts_allowed_games`,
                COUNT(`t31`.`mid_range_makes_allowed`) AS `mid_range_makes_allowed_games`,
                COUNT(`t31`.`mid_range_blocks`) AS `mid_range_blocks_games`,
                COUNT(`t31`.`corner_three_attempts_allowed`) AS `corner_three_attempts_allowed_games`,
                COUNT(`t31`.`corner_three_makes_allowed`) AS `corner_three_makes_allowed_games`,
                COUNT(`t31`.`corner_three_blocks`) AS `corner_three_blocks_games`,
                COUNT(`t31`.`above_break_three_attempts_allowed`) AS `above_break_three_attempts_allowed_games`,
                COUNT(`t31`.`above_break_three_makes_allowed`) AS `above_break_three_makes_allowed_games`,
                COUNT(`t31`.`above_break_three_blocks`) AS `above_break_three_blocks_games`
              FROM (
                SELECT
                  `t30`.`for_game_id`,
                  `t30`.`for_date`,
                  `t30`.`for_owner`,
                  `t30`.`last_number`,
                  `t30`.`game_id`,
                  `t30`.`game_date`,
                  `t30`.`team_id`,
                  `t30`.`opponent_id`,
                  `t30`.`points_allowed`,
                  `t30`.`rebounds_allowed`,
                  `t30`.`assists_allowed`,
                  `t30`.`threes_allowed`,
                  `t30`.`steals_allowed`,
                  `t30`.`blocks_allowed`,
                  `t30`.`defensive_rating`,
                  `t30`.`opponent_pace`,
                  `t30`.`opponent_true_shooting_share`,
                  `t30`.`defensive_rebounds`,
                  `t30`.`blocks`,
                  `t30`.`steals`,
                  `t30`.`turnovers_forced`,
                  `t30`.`paint_attempts_allowed`,
                  `t30`.`paint_makes_allowed`,
                  `t30`.`mid_range_attempts_allowed`,
                  `t30`.`mid_range_makes_allowed`,
                  `t30`.`corner_three_attempts_allowed`,
                  `t30`.`corner_three_makes_allowed`,
                  `t30`.`above_break_three_attempts_allowed`,
                  `t30`.`above_break_three_makes_allowed`,
                  `t30`.`paint_blocks`,
                  `t30`.`mid_range_blocks`,
                  `t30`.`corner_three_blocks`,
                  `t30`.`above_break_three_blocks`,
                  `t30`.`number`,
                  `t30`.`next_date`,
                  (
                    `t30`.`last_number` - `t30`.`number`
                  ) + 1 AS `games_ago`
                FROM (
                  SELECT
                    `t18`.`game_id` AS `for_game_id`,
                    `t18`.`game_date` AS `for_date`,
                    `t18`.`team_id` AS `for_owner`,
                    `t29`.`last_number`,
                    `t26`.`game_id`,
                    `t26`.`game_date`,
                    `t26`.`team_id`,
                    `t26`.`opponent_id`,
                    `t26`.`points_allowed`,
                    `t26`.`rebounds_allowed`,
                    `t26`.`assists_allowed`,
                    `t26`.`threes_allowed`,
                    `t26`.`steals_allowed`,
                    `t26`.`blocks_allowed`,
                    `t26`.`defensive_rating`,
                    `t26`.`opponent_pace`,
                    `t26`.`opponent_true_shooting_share`,
                    `t26`.`defensive_rebounds`,
                    `t26`.`blocks`,
                    `t26`.`steals`,
                    `t26`.`turnovers_forced`,
                    `t26`.`paint_attempts_allowed`,
                    `t26`.`paint_makes_allowed`,
                    `t26`.`mid_range_attempts_allowed`,
                    `t26`.`mid_range_makes_allowed`,
                    `t26`.`corner_three_attempts_allowed`,
                    `t26`.`corner_three_makes_allowed`,
                    `t26`.`above_break_three_attempts_allowed`,
                    `t26`.`above_break_three_makes_allowed`,
                    `t26`.`paint_blocks`,
                    `t26`.`mid_range_blocks`,
                    `t26`.`corner_three_blocks`,
                    `t26`.`above_break_three_blocks`,
                    `t26`.`number`,
                    `t26`.`next_date`
                  FROM (
                    SELECT
                      `t14`.`game_id`,
                      `t14`.`game_date`,
                      `t14`.`team_id`
                    FROM `t12` AS `t14`
                  ) AS `t18`
                  LEFT OUTER JOIN (
                    SELECT
                      `t27`.`game_date` AS `last_game_date`,
                      `t27`.`team_id` AS `last_team_id`,
                      `t27`.`number` AS `last_number`,
                      `t27`.`next_date` AS `last_next_date`
                    FROM (
                      SELECT
                        `t23`.`game_date`,
                        `t23`.`team_id`,
                        ROW_NUMBER() OVER (PARTITION BY `t23`.`team_id` ORDER BY `t23`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                        LEAD(`t23`.`game_date`) OVER (PARTITION BY `t23`.`team_id` ORDER BY `t23`.`game_date` ASC NULLS LAST) AS `next_date`
                      FROM (
                        SELECT
                          `t21`.`game_date`,
                          `t21`.`team_id`
                        FROM (
                          SELECT
                            `t20`.`game_id`,
                            `t20`.`game_date`,
                            `t20`.`team_id`,
                            `t20`.`opponent_id`,
                            `t20`.`points_allowed`,
                            `t20`.`rebounds_allowed`,
                            `t20`.`assists_allowed`,
                            `t20`.`threes_allowed`,
                            `t20`.`steals_allowed`,
                            `t20`.`blocks_allowed`,
                            `t20`.`defensive_rating`,
                            `t20`.`opponent_pace`,
                            `t20`.`opponent_true_shooting_share`,
                            `t20`.`defensive_rebounds`,
                            `t20`.`blocks`,
                            `t20`.`steals`,
                            `t20`.`turnovers_forced`,
                            `t20`.`paint_attempts_allowed`,
                            `t20`.`paint_makes_allowed`,
                            `t20`.`mid_range_attempts_allowed`,
                            `t20`.`mid_range_makes_allowed`,
                            `t20`.`corner_three_attempts_allowed`,
                            `t20`.`corner_three_makes_allowed`,
                            `t20`.`above_break_three_attempts_allowed`,
                            `t20`.`above_break_three_makes_allowed`,
                            `t20`.`paint_blocks`,
                            `t20`.`mid_range_blocks`,
                            `t20`.`corner_three_blocks`,
                            `t20`.`above_break_three_blocks`
                          FROM (
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
                          ) AS `t20`
                        ) AS `t21`
                      ) AS `t23`
                    ) AS `t27`
                  ) AS `t29`
                    ON `t18`.`team_id` = `t29`.`last_team_id`
                    AND `t18`.`game_date` > `t29`.`last_game_date`
                    AND (
                      (
                        `t29`.`last_next_date` IS NULL
                      )
                      OR (
                        `t18`.`game_date` <= `t29`.`last_next_date`
                      )
                    )
                    AND DATEDIFF(DAY, `t29`.`last_game_date`, `t18`.`game_date`) <= 365
                  INNER JOIN (
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
                      `t21`.`above_break_three_blocks`,
                      ROW_NUMBER() OVER (PARTITION BY `t21`.`team_id` ORDER BY `t21`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                      LEAD(`t21`.`game_date`) OVER (PARTITION BY `t21`.`team_id` ORDER BY `t21`.`game_date` ASC NULLS LAST) AS `next_date`
                    FROM (
                      SELECT
                        `t20`.`game_id`,
                        `t20`.`game_date`,
                        `t20`.`team_id`,
                        `t20`.`opponent_id`,
                        `t20`.`points_allowed`,
                        `t20`.`rebounds_allowed`,
                        `t20`.`assists_allowed`,
                        `t20`.`threes_allowed`,
                        `t20`.`steals_allowed`,
                        `t20`.`blocks_allowed`,
                        `t20`.`defensive_rating`,
                        `t20`.`opponent_pace`,
                        `t20`.`opponent_true_shooting_share`,
                        `t20`.`defensive_rebounds`,
                        `t20`.`blocks`,
                        `t20`.`steals`,
                        `t20`.`turnovers_forced`,
                        `t20`.`paint_attempts_allowed`,
                        `t20`.`paint_makes_allowed`,
                        `t20`.`mid_range_attempts_allowed`,
                        `t20`.`mid_range_makes_allowed`,
                        `t20`.`corner_three_attempts_allowed`,
                        `t20`.`corner_three_makes_allowed`,
                        `t20`.`above_break_three_attempts_allowed`,
                        `t20`.`above_break_three_makes_allowed`,
                        `t20`.`paint_blocks`,
                        `t20`.`mid_range_blocks`,
                        `t20`.`corner_three_blocks`,
                        `t20`.`above_break_three_blocks`
                      FROM (
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
                      ) AS `t20`
                    ) AS `t21`
                  ) AS `t26`
                    ON `t18`.`team_id` = `t26`.`team_id`
                    AND `t26`.`number` <= `t29`.`last_number`
                    AND `t26`.`number` > (
                      `t29`.`last_number` - 15
                    )
                    AND DATEDIFF(DAY, `t26`.`game_date`, `t18`.`game_date`) <= 365
                ) AS `t30`
              ) AS `t31`
              GROUP BY
                1,
                2
            ) AS `t33`
              ON `t19`.`game_id` = `t33`.`for_game_id` AND `t19`.`team_id` = `t33`.`for_owner`
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
                  ON DATEDIFF(DAY, `t3`.`game_date`, `t7`.`league_date`) >= 1
                  AND DATEDIFF(DAY, `t3`.`game_date`, `t7`.`league_date`) <= 30
              ) AS `t17`
              GROUP BY
                1
            ) AS `t24`
              ON `t19`.`game_date` = `t24`.`league_date`
          ) AS `t34`
        ) AS `t36`
        INNER JOIN (
          SELECT
            `t0`.`season` AS `start_of`,
            MIN(`t0`.`game_date`) AS `starts_on`
          FROM `input_schedule` AS `t0`
          GROUP BY
            1
        ) AS `t11`
          ON `t36`.`season` = `t11`.`start_of`
      ) AS `t37`
    ) AS `t38`
  ) AS `t39`
) AS `t41`
