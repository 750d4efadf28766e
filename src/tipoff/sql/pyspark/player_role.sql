-- rows e9a63e5307f6c0fa 6b191c1974425e10
WITH `t31` AS (
  SELECT
    `t26`.`game_date`,
    `t26`.`season`,
    `t26`.`player_id`,
    `t26`.`games`,
    `t26`.`minutes_parts`,
    `t26`.`points_parts`,
    MIN(`t26`.`games`) OVER (
      PARTITION BY `t26`.`player_id`, `t26`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t22`.`game_date`,
      `t22`.`season`,
      `t22`.`player_id`,
      CAST(SUM(`t22`.`games`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t22`.`minutes_parts`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `minutes_parts`,
      CAST(SUM(`t22`.`points_parts`) OVER (
        PARTITION BY `t22`.`player_id`
        ORDER BY `t22`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`
    FROM (
      SELECT
        `t16`.`game_date`,
        `t16`.`season`,
        `t16`.`player_id`,
        1 AS `games`,
        COALESCE(`t16`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t16`.`points`, 0) AS `points_parts`
      FROM (
        SELECT
          `t11`.`game_id`,
          `t11`.`game_date`,
          `t11`.`player_id`,
          `t11`.`player_name`,
          `t11`.`name_key`,
          `t11`.`team_id`,
          `t11`.`opponent_id`,
          `t11`.`season`,
          `t11`.`home`,
          `t11`.`starter`,
          `t11`.`seconds`,
          `t11`.`seconds_are_exact`,
          `t11`.`points`,
          `t11`.`rebounds`,
          `t11`.`offensive_rebounds`,
          `t11`.`defensive_rebounds`,
          `t11`.`assists`,
          `t11`.`steals`,
          `t11`.`blocks`,
          `t11`.`turnovers`,
          `t11`.`field_goals_made`,
          `t11`.`field_goals_attempted`,
          `t11`.`threes_made`,
          `t11`.`threes_attempted`,
          `t11`.`free_throws_made`,
          `t11`.`free_throws_attempted`,
          `t11`.`personal_fouls`,
          `t11`.`plus_minus`,
          `t11`.`effective_field_goal_share`,
          `t11`.`true_shooting_share`,
          `t11`.`usage_rate`,
          `t11`.`usage_rate_reason`,
          `t11`.`paint_attempts`,
          `t11`.`paint_makes`,
          `t11`.`mid_range_attempts`,
          `t11`.`mid_range_makes`,
          `t11`.`corner_three_attempts`,
          `t11`.`corner_three_makes`,
          `t11`.`above_break_three_attempts`,
          `t11`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t11`.`player_id` ORDER BY `t11`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t11`.`game_date`) OVER (PARTITION BY `t11`.`player_id` ORDER BY `t11`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            *
          FROM `input_player_game_summary` AS `t2`
          WHERE
            `t2`.`starter` = TRUE
        ) AS `t11`
      ) AS `t16`
    ) AS `t22`
  ) AS `t26`
), `t32` AS (
  SELECT
    `t28`.`game_date`,
    `t28`.`season`,
    `t28`.`player_id`,
    `t28`.`games`,
    `t28`.`minutes_parts`,
    `t28`.`points_parts`,
    MIN(`t28`.`games`) OVER (
      PARTITION BY `t28`.`player_id`, `t28`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t24`.`game_date`,
      `t24`.`season`,
      `t24`.`player_id`,
      CAST(SUM(`t24`.`games`) OVER (
        PARTITION BY `t24`.`player_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `games`,
      CAST(SUM(`t24`.`minutes_parts`) OVER (
        PARTITION BY `t24`.`player_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `minutes_parts`,
      CAST(SUM(`t24`.`points_parts`) OVER (
        PARTITION BY `t24`.`player_id`
        ORDER BY `t24`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS BIGINT) AS `points_parts`
    FROM (
      SELECT
        `t18`.`game_date`,
        `t18`.`season`,
        `t18`.`player_id`,
        1 AS `games`,
        COALESCE(`t18`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t18`.`points`, 0) AS `points_parts`
      FROM (
        SELECT
          `t13`.`game_id`,
          `t13`.`game_date`,
          `t13`.`player_id`,
          `t13`.`player_name`,
          `t13`.`name_key`,
          `t13`.`team_id`,
          `t13`.`opponent_id`,
          `t13`.`season`,
          `t13`.`home`,
          `t13`.`starter`,
          `t13`.`seconds`,
          `t13`.`seconds_are_exact`,
          `t13`.`points`,
          `t13`.`rebounds`,
          `t13`.`offensive_rebounds`,
          `t13`.`defensive_rebounds`,
          `t13`.`assists`,
          `t13`.`steals`,
          `t13`.`blocks`,
          `t13`.`turnovers`,
          `t13`.`field_goals_made`,
          `t13`.`field_goals_attempted`,
          `t13`.`threes_made`,
          `t13`.`threes_attempted`,
          `t13`.`free_throws_made`,
          `t13`.`free_throws_attempted`,
          `t13`.`personal_fouls`,
          `t13`.`plus_minus`,
          `t13`.`effective_field_goal_share`,
          `t13`.`true_shooting_share`,
          `t13`.`usage_rate`,
          `t13`.`usage_rate_reason`,
          `t13`.`paint_attempts`,
          `t13`.`paint_makes`,
          `t13`.`mid_range_attempts`,
          `t13`.`mid_range_makes`,
          `t13`.`corner_three_attempts`,
          `t13`.`corner_three_makes`,
          `t13`.`above_break_three_attempts`,
          `t13`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t13`.`player_id` ORDER BY `t13`.`game_date` ASC NULLS LAST) - 1 AS `number`,
          LEAD(`t13`.`game_date`) OVER (PARTITION BY `t13`.`player_id` ORDER BY `t13`.`game_date` ASC NULLS LAST) AS `next_date`
        FROM (
          SELECT
            *
          FROM `input_player_game_summary` AS `t2`
          WHERE
            `t2`.`starter` = FALSE
        ) AS `t13`
      ) AS `t18`
    ) AS `t24`
  ) AS `t28`
)
SELECT
  `t55`.`game_id`,
  `t55`.`game_date`,
  `t55`.`player_id`,
  `t55`.`starting`,
  `t55`.`starting_minutes_avg_last_10`,
  `t55`.`starting_points_avg_last_10`,
  `t55`.`off_bench_minutes_avg_last_10`,
  `t55`.`off_bench_points_avg_last_10`,
  `t55`.`role_minutes`,
  `t55`.`role_points`,
  `t55`.`minutes_rank`,
  `t55`.`teammates_available_points`,
  `t55`.`teammates_starting_minutes`,
  `t55`.`usual_starters_missing_minutes`
FROM (
  SELECT
    `t54`.`game_id`,
    `t54`.`player_id`,
    `t54`.`game_date`,
    `t54`.`team_id`,
    `t54`.`out`,
    `t54`.`starting`,
    `t54`.`starting_minutes_avg_last_10`,
    `t54`.`starting_points_avg_last_10`,
    `t54`.`off_bench_minutes_avg_last_10`,
    `t54`.`off_bench_points_avg_last_10`,
    `t54`.`minutes`,
    `t54`.`points`,
    `t54`.`starts`,
    `t54`.`role_minutes`,
    `t54`.`role_points`,
    `t54`.`available`,
    CAST(SUM(`t54`.`teammates_available_points`) OVER (
      PARTITION BY `t54`.`game_id`, `t54`.`team_id`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - `t54`.`teammates_available_points` AS DOUBLE) / 1000000000 AS `teammates_available_points`,
    CASE
      WHEN `t54`.`starting` IS NOT NULL
      THEN CAST(SUM(`t54`.`teammates_starting_minutes`) OVER (
        PARTITION BY `t54`.`game_id`, `t54`.`team_id`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - `t54`.`teammates_starting_minutes` AS DOUBLE) / 1000000000
      ELSE NULL
    END AS `teammates_starting_minutes`,
    CASE
      WHEN `t54`.`starting` IS NOT NULL
      THEN CAST(SUM(`t54`.`usual_starters_missing_minutes`) OVER (
        PARTITION BY `t54`.`game_id`, `t54`.`team_id`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - `t54`.`usual_starters_missing_minutes` AS DOUBLE) / 1000000000
      ELSE NULL
    END AS `usual_starters_missing_minutes`,
    CASE
      WHEN `t54`.`available`
      THEN (
        RANK() OVER (
          PARTITION BY `t54`.`game_id`, `t54`.`team_id`, `t54`.`available`
          ORDER BY COALESCE(`t54`.`minutes`, 0) DESC
        ) - 1
      ) + 1
      ELSE NULL
    END AS `minutes_rank`
  FROM (
    SELECT
      `t53`.`game_id`,
      `t53`.`player_id`,
      `t53`.`game_date`,
      `t53`.`team_id`,
      `t53`.`out`,
      `t53`.`starting`,
      `t53`.`starting_minutes_avg_last_10`,
      `t53`.`starting_points_avg_last_10`,
      `t53`.`off_bench_minutes_avg_last_10`,
      `t53`.`off_bench_points_avg_last_10`,
      `t53`.`minutes`,
      `t53`.`points`,
      `t53`.`starts`,
      CASE
        WHEN `t53`.`starting`
        THEN `t53`.`starting_minutes_avg_last_10`
        WHEN NOT (
          `t53`.`starting`
        )
        THEN `t53`.`off_bench_minutes_avg_last_10`
        ELSE NULL
      END AS `role_minutes`,
      CASE
        WHEN `t53`.`starting`
        THEN `t53`.`starting_points_avg_last_10`
        WHEN NOT (
          `t53`.`starting`
        )
        THEN `t53`.`off_bench_points_avg_last_10`
        ELSE NULL
      END AS `role_points`,
      NOT (
        COALESCE(`t53`.`out`, FALSE)
      ) AS `available`,
      COALESCE(
        CASE
          WHEN NOT (
            COALESCE(`t53`.`out`, FALSE)
          )
          THEN CAST(ROUND(`t53`.`points` * 1000000000, 0) AS BIGINT)
          ELSE 0
        END,
        0
      ) AS `teammates_available_points`,
      COALESCE(
        CASE
          WHEN COALESCE(`t53`.`starting`, FALSE)
          THEN CAST(ROUND(`t53`.`minutes` * 1000000000, 0) AS BIGINT)
          ELSE 0
        END,
        0
      ) AS `teammates_starting_minutes`,
      COALESCE(
        CASE
          WHEN COALESCE(`t53`.`starts` >= 0.5, FALSE) AND NOT (
            `t53`.`starting`
          )
          THEN CAST(ROUND(`t53`.`minutes` * 1000000000, 0) AS BIGINT)
          ELSE 0
        END,
        0
      ) AS `usual_starters_missing_minutes`
    FROM (
      SELECT
        `t7`.`game_id`,
        `t7`.`player_id`,
        `t7`.`game_date`,
        `t7`.`team_id`,
        `t7`.`out`,
        `t7`.`starting`,
        `t51`.`starting_minutes_avg_last_10`,
        `t51`.`starting_points_avg_last_10`,
        `t52`.`off_bench_minutes_avg_last_10`,
        `t52`.`off_bench_points_avg_last_10`,
        `t9`.`minutes`,
        `t9`.`points`,
        `t9`.`starts`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`player_id`,
          `t0`.`game_date`,
          `t0`.`team_id`,
          `t0`.`out`,
          `t0`.`starting`
        FROM `input_player_pool` AS `t0`
      ) AS `t7`
      INNER JOIN (
        SELECT
          `t47`.`game_id`,
          `t47`.`player_id`,
          (
            `t47`.`minutes_parts_last_10` / 60
          ) / NULLIF(`t47`.`games_last_10`, 0) AS `starting_minutes_avg_last_10`,
          (
            `t47`.`points_parts_last_10` / 1
          ) / NULLIF(`t47`.`games_last_10`, 0) AS `starting_points_avg_last_10`
        FROM (
          SELECT
            `t8`.`game_id`,
            `t8`.`player_id`,
            `t43`.`last_games`,
            `t43`.`last_games` - COALESCE(`t37`.`last_10_games`, 0) AS `games_last_10`,
            `t43`.`last_minutes_parts` - COALESCE(`t37`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
            `t43`.`last_points_parts` - COALESCE(`t37`.`last_10_points_parts`, 0) AS `points_parts_last_10`
          FROM (
            SELECT
              `t0`.`game_id`,
              `t0`.`game_date`,
              `t0`.`season`,
              `t0`.`player_id`
            FROM `input_player_pool` AS `t0`
          ) AS `t8`
          LEFT OUTER JOIN (
            SELECT
              `t39`.`game_date` AS `last_game_date`,
              `t39`.`season` AS `last_season`,
              `t39`.`player_id` AS `last_player_id`,
              `t39`.`games` AS `last_games`,
              `t39`.`minutes_parts` AS `last_minutes_parts`,
              `t39`.`points_parts` AS `last_points_parts`,
              `t39`.`games_before_season` AS `last_games_before_season`,
              `t39`.`number` AS `last_number`,
              `t39`.`next_date` AS `last_next_date`
            FROM (
              SELECT
                `t33`.`game_date`,
                `t33`.`season`,
                `t33`.`player_id`,
                `t33`.`games`,
                `t33`.`minutes_parts`,
                `t33`.`points_parts`,
                `t33`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t33`.`player_id` ORDER BY `t33`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                LEAD(`t33`.`game_date`) OVER (PARTITION BY `t33`.`player_id` ORDER BY `t33`.`game_date` ASC NULLS LAST) AS `next_date`
              FROM `t31` AS `t33`
            ) AS `t39`
          ) AS `t43`
            ON `t8`.`player_id` = `t43`.`last_player_id`
            AND `t8`.`game_date` > `t43`.`last_game_date`
            AND (
              (
                `t43`.`last_next_date` IS NULL
              )
              OR (
                `t8`.`game_date` <= `t43`.`last_next_date`
              )
            )
            AND DATEDIFF(DAY, `t43`.`last_game_date`, `t8`.`game_date`) <= 365
          INNER JOIN (
            SELECT
              `t14`.`game_id`,
              `t14`.`player_id`,
              COALESCE(`t21`.`last_number`, -1) + 1 AS `too_old`
            FROM (
              SELECT
                `t0`.`game_id`,
                `t0`.`player_id`,
                `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
              FROM `input_player_pool` AS `t0`
            ) AS `t14`
            LEFT OUTER JOIN (
              SELECT
                `t15`.`game_date` AS `last_game_date`,
                `t15`.`player_id` AS `last_player_id`,
                `t15`.`number` AS `last_number`,
                `t15`.`next_date` AS `last_next_date`
              FROM (
                SELECT
                  `t10`.`game_date`,
                  `t10`.`player_id`,
                  ROW_NUMBER() OVER (PARTITION BY `t10`.`player_id` ORDER BY `t10`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                  LEAD(`t10`.`game_date`) OVER (PARTITION BY `t10`.`player_id` ORDER BY `t10`.`game_date` ASC NULLS LAST) AS `next_date`
                FROM (
                  SELECT
                    `t2`.`game_date`,
                    `t2`.`player_id`
                  FROM `input_player_game_summary` AS `t2`
                  WHERE
                    `t2`.`starter` = TRUE
                ) AS `t10`
              ) AS `t15`
            ) AS `t21`
              ON `t14`.`player_id` = `t21`.`last_player_id`
              AND `t14`.`game_date` > `t21`.`last_game_date`
              AND (
                (
                  `t21`.`last_next_date` IS NULL
                )
                OR (
                  `t14`.`game_date` <= `t21`.`last_next_date`
                )
              )
          ) AS `t29`
            ON `t8`.`game_id` = `t29`.`game_id` AND `t8`.`player_id` = `t29`.`player_id`
          LEFT OUTER JOIN (
            SELECT
              `t33`.`player_id` AS `last_10_owner`,
              `t33`.`games` AS `last_10_games`,
              `t33`.`minutes_parts` AS `last_10_minutes_parts`,
              `t33`.`points_parts` AS `last_10_points_parts`
            FROM `t31` AS `t33`
          ) AS `t37`
            ON `t8`.`player_id` = `t37`.`last_10_owner`
            AND CASE
              WHEN (
                (
                  `t43`.`last_games` - 10
                ) IS NOT NULL
              )
              AND (
                `t29`.`too_old` IS NOT NULL
              )
              THEN GREATEST(`t43`.`last_games` - 10, `t29`.`too_old`)
              ELSE NULL
            END = `t37`.`last_10_games`
        ) AS `t47`
      ) AS `t51`
        ON `t7`.`game_id` = `t51`.`game_id` AND `t7`.`player_id` = `t51`.`player_id`
      INNER JOIN (
        SELECT
          `t48`.`game_id`,
          `t48`.`player_id`,
          (
            `t48`.`minutes_parts_last_10` / 60
          ) / NULLIF(`t48`.`games_last_10`, 0) AS `off_bench_minutes_avg_last_10`,
          (
            `t48`.`points_parts_last_10` / 1
          ) / NULLIF(`t48`.`games_last_10`, 0) AS `off_bench_points_avg_last_10`
        FROM (
          SELECT
            `t8`.`game_id`,
            `t8`.`player_id`,
            `t44`.`last_games`,
            `t44`.`last_games` - COALESCE(`t38`.`last_10_games`, 0) AS `games_last_10`,
            `t44`.`last_minutes_parts` - COALESCE(`t38`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
            `t44`.`last_points_parts` - COALESCE(`t38`.`last_10_points_parts`, 0) AS `points_parts_last_10`
          FROM (
            SELECT
              `t0`.`game_id`,
              `t0`.`game_date`,
              `t0`.`season`,
              `t0`.`player_id`
            FROM `input_player_pool` AS `t0`
          ) AS `t8`
          LEFT OUTER JOIN (
            SELECT
              `t40`.`game_date` AS `last_game_date`,
              `t40`.`season` AS `last_season`,
              `t40`.`player_id` AS `last_player_id`,
              `t40`.`games` AS `last_games`,
              `t40`.`minutes_parts` AS `last_minutes_parts`,
              `t40`.`points_parts` AS `last_points_parts`,
              `t40`.`games_before_season` AS `last_games_before_season`,
              `t40`.`number` AS `last_number`,
              `t40`.`next_date` AS `last_next_date`
            FROM (
              SELECT
                `t34`.`game_date`,
                `t34`.`season`,
                `t34`.`player_id`,
                `t34`.`games`,
                `t34`.`minutes_parts`,
                `t34`.`points_parts`,
                `t34`.`games_before_season`,
                ROW_NUMBER() OVER (PARTITION BY `t34`.`player_id` ORDER BY `t34`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                LEAD(`t34`.`game_date`) OVER (PARTITION BY `t34`.`player_id` ORDER BY `t34`.`game_date` ASC NULLS LAST) AS `next_date`
              FROM `t32` AS `t34`
            ) AS `t40`
          ) AS `t44`
            ON `t8`.`player_id` = `t44`.`last_player_id`
            AND `t8`.`game_date` > `t44`.`last_game_date`
            AND (
              (
                `t44`.`last_next_date` IS NULL
              )
              OR (
                `t8`.`game_date` <= `t44`.`last_next_date`
              )
            )
            AND DATEDIFF(DAY, `t44`.`last_game_date`, `t8`.`game_date`) <= 365
          INNER JOIN (
            SELECT
              `t14`.`game_id`,
              `t14`.`player_id`,
              COALESCE(`t23`.`last_number`, -1) + 1 AS `too_old`
            FROM (
              SELECT
                `t0`.`game_id`,
                `t0`.`player_id`,
                `t0`.`game_date` - INTERVAL '365' DAY AS `game_date`
              FROM `input_player_pool` AS `t0`
            ) AS `t14`
            LEFT OUTER JOIN (
              SELECT
                `t17`.`game_date` AS `last_game_date`,
                `t17`.`player_id` AS `last_player_id`,
                `t17`.`number` AS `last_number`,
                `t17`.`next_date` AS `last_next_date`
              FROM (
                SELECT
                  `t12`.`game_date`,
                  `t12`.`player_id`,
                  ROW_NUMBER() OVER (PARTITION BY `t12`.`player_id` ORDER BY `t12`.`game_date` ASC NULLS LAST) - 1 AS `number`,
                  LEAD(`t12`.`game_date`) OVER (PARTITION BY `t12`.`player_id` ORDER BY `t12`.`game_date` ASC NULLS LAST) AS `next_date`
                FROM (
                  SELECT
                    `t2`.`game_date`,
                    `t2`.`player_id`
                  FROM `input_player_game_summary` AS `t2`
                  WHERE
                    `t2`.`starter` = FALSE
                ) AS `t12`
              ) AS `t17`
            ) AS `t23`
              ON `t14`.`player_id` = `t23`.`last_player_id`
              AND `t14`.`game_date` > `t23`.`last_game_date`
              AND (
                (
                  `t23`.`last_next_date` IS NULL
                )
                OR (
                  `t14`.`game_date` <= `t23`.`last_next_date`
                )
              )
          ) AS `t30`
            ON `t8`.`game_id` = `t30`.`game_id` AND `t8`.`player_id` = `t30`.`player_id`
          LEFT OUTER JOIN (
            SELECT
              `t34`.`player_id` AS `last_10_owner`,
              `t34`.`games` AS `last_10_games`,
              `t34`.`minutes_parts` AS `last_10_minutes_parts`,
              `t34`.`points_parts` AS `last_10_points_parts`
            FROM `t32` AS `t34`
          ) AS `t38`
            ON `t8`.`player_id` = `t38`.`last_10_owner`
            AND CASE
              WHEN (
                (
                  `t44`.`last_games` - 10
                ) IS NOT NULL
              )
              AND (
                `t30`.`too_old` IS NOT NULL
              )
              THEN GREATEST(`t44`.`last_games` - 10, `t30`.`too_old`)
              ELSE NULL
            END = `t38`.`last_10_games`
        ) AS `t48`
      ) AS `t52`
        ON `t7`.`game_id` = `t52`.`game_id` AND `t7`.`player_id` = `t52`.`player_id`
      INNER JOIN (
        SELECT
          `t1`.`game_id`,
          `t1`.`player_id`,
          `t1`.`minutes_avg_last_10` AS `minutes`,
          `t1`.`points_avg_last_10` AS `points`,
          `t1`.`starts_avg_last_10` AS `starts`
        FROM `input_player_daily_cache` AS `t1`
      ) AS `t9`
        ON `t7`.`game_id` = `t9`.`game_id` AND `t7`.`player_id` = `t9`.`player_id`
    ) AS `t53`
  ) AS `t54`
) AS `t55`
