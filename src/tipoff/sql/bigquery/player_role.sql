-- rows 7e6bcc23e0955d20 0a970d2f68f6dbfc
WITH `t4` AS (
  SELECT
    `t0`.`game_id`,
    `t0`.`game_date`,
    `t0`.`season`,
    `t0`.`player_id`,
    0 AS `event`
  FROM `input_player_pool` AS `t0`
), `t17` AS (
  SELECT
    `t15`.`game_date`,
    `t15`.`season`,
    `t15`.`player_id`,
    `t15`.`games`,
    `t15`.`minutes_parts`,
    `t15`.`points_parts`,
    MIN(`t15`.`games`) OVER (
      PARTITION BY `t15`.`player_id`, `t15`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t13`.`game_date`,
      `t13`.`season`,
      `t13`.`player_id`,
      CAST(SUM(`t13`.`games`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t13`.`minutes_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_parts`,
      CAST(SUM(`t13`.`points_parts`) OVER (
        PARTITION BY `t13`.`player_id`
        ORDER BY `t13`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_parts`
    FROM (
      SELECT
        `t11`.`game_date`,
        `t11`.`season`,
        `t11`.`player_id`,
        1 AS `games`,
        COALESCE(`t11`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t11`.`points`, 0) AS `points_parts`
      FROM (
        SELECT
          `t9`.`game_id`,
          `t9`.`game_date`,
          `t9`.`player_id`,
          `t9`.`player_name`,
          `t9`.`name_key`,
          `t9`.`team_id`,
          `t9`.`opponent_id`,
          `t9`.`season`,
          `t9`.`home`,
          `t9`.`starter`,
          `t9`.`seconds`,
          `t9`.`seconds_are_exact`,
          `t9`.`points`,
          `t9`.`rebounds`,
          `t9`.`offensive_rebounds`,
          `t9`.`defensive_rebounds`,
          `t9`.`assists`,
          `t9`.`steals`,
          `t9`.`blocks`,
          `t9`.`turnovers`,
          `t9`.`field_goals_made`,
          `t9`.`field_goals_attempted`,
          `t9`.`threes_made`,
          `t9`.`threes_attempted`,
          `t9`.`free_throws_made`,
          `t9`.`free_throws_attempted`,
          `t9`.`personal_fouls`,
          `t9`.`plus_minus`,
          `t9`.`effective_field_goal_share`,
          `t9`.`true_shooting_share`,
          `t9`.`usage_rate`,
          `t9`.`usage_rate_reason`,
          `t9`.`paint_attempts`,
          `t9`.`paint_makes`,
          `t9`.`mid_range_attempts`,
          `t9`.`mid_range_makes`,
          `t9`.`corner_three_attempts`,
          `t9`.`corner_three_makes`,
          `t9`.`above_break_three_attempts`,
          `t9`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t9`.`player_id` ORDER BY `t9`.`game_date` ASC) - 1 AS `number`
        FROM (
          SELECT
            *
          FROM `input_player_game_summary` AS `t2`
          WHERE
            `t2`.`starter` = TRUE
        ) AS `t9`
      ) AS `t11`
    ) AS `t13`
  ) AS `t15`
), `t18` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`season`,
    `t16`.`player_id`,
    `t16`.`games`,
    `t16`.`minutes_parts`,
    `t16`.`points_parts`,
    MIN(`t16`.`games`) OVER (
      PARTITION BY `t16`.`player_id`, `t16`.`season`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS `games_before_season`
  FROM (
    SELECT
      `t14`.`game_date`,
      `t14`.`season`,
      `t14`.`player_id`,
      CAST(SUM(`t14`.`games`) OVER (
        PARTITION BY `t14`.`player_id`
        ORDER BY `t14`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `games`,
      CAST(SUM(`t14`.`minutes_parts`) OVER (
        PARTITION BY `t14`.`player_id`
        ORDER BY `t14`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `minutes_parts`,
      CAST(SUM(`t14`.`points_parts`) OVER (
        PARTITION BY `t14`.`player_id`
        ORDER BY `t14`.`game_date` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS INT64) AS `points_parts`
    FROM (
      SELECT
        `t12`.`game_date`,
        `t12`.`season`,
        `t12`.`player_id`,
        1 AS `games`,
        COALESCE(`t12`.`seconds`, 0) AS `minutes_parts`,
        COALESCE(`t12`.`points`, 0) AS `points_parts`
      FROM (
        SELECT
          `t10`.`game_id`,
          `t10`.`game_date`,
          `t10`.`player_id`,
          `t10`.`player_name`,
          `t10`.`name_key`,
          `t10`.`team_id`,
          `t10`.`opponent_id`,
          `t10`.`season`,
          `t10`.`home`,
          `t10`.`starter`,
          `t10`.`seconds`,
          `t10`.`seconds_are_exact`,
          `t10`.`points`,
          `t10`.`rebounds`,
          `t10`.`offensive_rebounds`,
          `t10`.`defensive_rebounds`,
          `t10`.`assists`,
          `t10`.`steals`,
          `t10`.`blocks`,
          `t10`.`turnovers`,
          `t10`.`field_goals_made`,
          `t10`.`field_goals_attempted`,
          `t10`.`threes_made`,
          `t10`.`threes_attempted`,
          `t10`.`free_throws_made`,
          `t10`.`free_throws_attempted`,
          `t10`.`personal_fouls`,
          `t10`.`plus_minus`,
          `t10`.`effective_field_goal_share`,
          `t10`.`true_shooting_share`,
          `t10`.`usage_rate`,
          `t10`.`usage_rate_reason`,
          `t10`.`paint_attempts`,
          `t10`.`paint_makes`,
          `t10`.`mid_range_attempts`,
          `t10`.`mid_range_makes`,
          `t10`.`corner_three_attempts`,
          `t10`.`corner_three_makes`,
          `t10`.`above_break_three_attempts`,
          `t10`.`above_break_three_makes`,
          ROW_NUMBER() OVER (PARTITION BY `t10`.`player_id` ORDER BY `t10`.`game_date` ASC) - 1 AS `number`
        FROM (
          SELECT
            *
          FROM `input_player_game_summary` AS `t2`
          WHERE
            `t2`.`starter` = FALSE
        ) AS `t10`
      ) AS `t12`
    ) AS `t14`
  ) AS `t16`
)
SELECT
  `t61`.`game_id`,
  `t61`.`game_date`,
  `t61`.`player_id`,
  `t61`.`starting`,
  `t61`.`starting_minutes_avg_last_10`,
  `t61`.`starting_points_avg_last_10`,
  `t61`.`off_bench_minutes_avg_last_10`,
  `t61`.`off_bench_points_avg_last_10`,
  `t61`.`role_minutes`,
  `t61`.`role_points`,
  `t61`.`minutes_rank`,
  `t61`.`teammates_available_points`,
  `t61`.`teammates_starting_minutes`,
  `t61`.`usual_starters_missing_minutes`
FROM (
  SELECT
    `t60`.`game_id`,
    `t60`.`player_id`,
    `t60`.`game_date`,
    `t60`.`team_id`,
    `t60`.`out`,
    `t60`.`starting`,
    `t60`.`starting_minutes_avg_last_10`,
    `t60`.`starting_points_avg_last_10`,
    `t60`.`off_bench_minutes_avg_last_10`,
    `t60`.`off_bench_points_avg_last_10`,
    `t60`.`minutes`,
    `t60`.`points`,
    `t60`.`starts`,
    `t60`.`role_minutes`,
    `t60`.`role_points`,
    `t60`.`available`,
    ieee_divide(
      CAST(SUM(`t60`.`teammates_available_points`) OVER (
        PARTITION BY `t60`.`game_id`, `t60`.`team_id`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - `t60`.`teammates_available_points` AS FLOAT64),
      1000000000
    ) AS `teammates_available_points`,
    CASE
      WHEN `t60`.`starting` IS NOT NULL
      THEN ieee_divide(
        CAST(SUM(`t60`.`teammates_starting_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`teammates_starting_minutes` AS FLOAT64),
        1000000000
      )
      ELSE NULL
    END AS `teammates_starting_minutes`,
    CASE
      WHEN `t60`.`starting` IS NOT NULL
      THEN ieee_divide(
        CAST(SUM(`t60`.`usual_starters_missing_minutes`) OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - `t60`.`usual_starters_missing_minutes` AS FLOAT64),
        1000000000
      )
      ELSE NULL
    END AS `usual_starters_missing_minutes`,
    CASE
      WHEN `t60`.`available`
      THEN (
        RANK() OVER (
          PARTITION BY `t60`.`game_id`, `t60`.`team_id`, `t60`.`available`
          ORDER BY COALESCE(`t60`.`minutes`, 0) DESC
        ) - 1
      ) + 1
      ELSE NULL
    END AS `minutes_rank`
  FROM (
    SELECT
      `t59`.`game_id`,
      `t59`.`player_id`,
      `t59`.`game_date`,
      `t59`.`team_id`,
      `t59`.`out`,
      `t59`.`starting`,
      `t59`.`starting_minutes_avg_last_10`,
      `t59`.`starting_points_avg_last_10`,
      `t59`.`off_bench_minutes_avg_last_10`,
      `t59`.`off_bench_points_avg_last_10`,
      `t59`.`minutes`,
      `t59`.`points`,
      `t59`.`starts`,
      CASE
        WHEN `t59`.`starting`
        THEN `t59`.`starting_minutes_avg_last_10`
        WHEN NOT (
          `t59`.`starting`
        )
        THEN `t59`.`off_bench_minutes_avg_last_10`
        ELSE NULL
      END AS `role_minutes`,
      CASE
        WHEN `t59`.`starting`
        THEN `t59`.`starting_points_avg_last_10`
        WHEN NOT (
          `t59`.`starting`
        )
        THEN `t59`.`off_bench_points_avg_last_10`
        ELSE NULL
      END AS `role_points`,
      NOT (
        COALESCE(`t59`.`out`, FALSE)
      ) AS `available`,
      COALESCE(
        CASE
          WHEN NOT (
            COALESCE(`t59`.`out`, FALSE)
          )
          THEN CAST(ROUND(`t59`.`points` * 1000000000, 0) AS INT64)
          ELSE 0
        END,
        0
      ) AS `teammates_available_points`,
      COALESCE(
        CASE
          WHEN COALESCE(`t59`.`starting`, FALSE)
          THEN CAST(ROUND(`t59`.`minutes` * 1000000000, 0) AS INT64)
          ELSE 0
        END,
        0
      ) AS `teammates_starting_minutes`,
      COALESCE(
        CASE
          WHEN COALESCE(`t59`.`starts` >= 0.5, FALSE) AND NOT (
            `t59`.`starting`
          )
          THEN CAST(ROUND(`t59`.`minutes` * 1000000000, 0) AS INT64)
          ELSE 0
        END,
        0
      ) AS `usual_starters_missing_minutes`
    FROM (
      SELECT
        `t6`.`game_id`,
        `t6`.`player_id`,
        `t6`.`game_date`,
        `t6`.`team_id`,
        `t6`.`out`,
        `t6`.`starting`,
        `t57`.`starting_minutes_avg_last_10`,
        `t57`.`starting_points_avg_last_10`,
        `t58`.`off_bench_minutes_avg_last_10`,
        `t58`.`off_bench_points_avg_last_10`,
        `t8`.`minutes`,
        `t8`.`points`,
        `t8`.`starts`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`player_id`,
          `t0`.`game_date`,
          `t0`.`team_id`,
          `t0`.`out`,
          `t0`.`starting`
        FROM `input_player_pool` AS `t0`
      ) AS `t6`
      INNER JOIN (
        SELECT
          `t53`.`game_id`,
          `t53`.`player_id`,
          ieee_divide(ieee_divide(`t53`.`minutes_parts_last_10`, 60), NULLIF(`t53`.`games_last_10`, 0)) AS `starting_minutes_avg_last_10`,
          ieee_divide(ieee_divide(`t53`.`points_parts_last_10`, 1), NULLIF(`t53`.`games_last_10`, 0)) AS `starting_points_avg_last_10`
        FROM (
          SELECT
            `t49`.`game_id`,
            `t49`.`player_id`,
            `t49`.`last_games`,
            `t49`.`last_games` - COALESCE(`t25`.`last_10_games`, 0) AS `games_last_10`,
            `t49`.`last_minutes_parts` - COALESCE(`t25`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
            `t49`.`last_points_parts` - COALESCE(`t25`.`last_10_points_parts`, 0) AS `points_parts_last_10`
          FROM (
            SELECT
              `t45`.`game_id`,
              `t45`.`game_date`,
              `t45`.`season`,
              `t45`.`player_id`,
              `t45`.`too_old`,
              `t45`.`last_game_date`,
              `t45`.`last_season`,
              `t45`.`last_player_id`,
              `t45`.`last_games`,
              `t45`.`last_minutes_parts`,
              `t45`.`last_points_parts`,
              `t45`.`last_games_before_season`,
              `t45`.`last_number`
            FROM (
              SELECT
                `t43`.`game_id`,
                `t43`.`game_date`,
                `t43`.`season`,
                `t43`.`player_id`,
                `t43`.`entered`,
                `t43`.`too_old`,
                `t37`.`last_game_date`,
                `t37`.`last_season`,
                `t37`.`last_player_id`,
                `t37`.`last_games`,
                `t37`.`last_minutes_parts`,
                `t37`.`last_points_parts`,
                `t37`.`last_games_before_season`,
                `t37`.`last_number`
              FROM (
                SELECT
                  `t39`.`game_id`,
                  `t39`.`game_date`,
                  `t39`.`season`,
                  `t39`.`player_id`,
                  `t39`.`entered`,
                  `t39`.`too_old`
                FROM (
                  SELECT
                    `t33`.`game_id`,
                    `t33`.`game_date`,
                    `t33`.`season`,
                    `t33`.`player_id`,
                    `t33`.`event`,
                    CAST(SUM(CAST(`t33`.`event` = 1 AS INT64)) OVER (
                      PARTITION BY `t33`.`player_id`
                      ORDER BY `t33`.`game_date` ASC, `t33`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `entered`,
                    CAST(SUM(CAST(`t33`.`event` = 2 AS INT64)) OVER (
                      PARTITION BY `t33`.`player_id`
                      ORDER BY `t33`.`game_date` ASC, `t33`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `too_old`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        CAST(NULL AS STRING) AS `game_id`,
                        CAST(CAST(DATE_SUB(`t19`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                        CAST(NULL AS STRING) AS `season`,
                        `t19`.`player_id`,
                        2 AS `event`
                      FROM `t17` AS `t19`
                    ) AS `t30`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM `t4` AS `t7`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS STRING) AS `game_id`,
                          `t19`.`game_date`,
                          CAST(NULL AS STRING) AS `season`,
                          `t19`.`player_id`,
                          1 AS `event`
                        FROM `t17` AS `t19`
                      ) AS `t22`
                    ) AS `t26`
                  ) AS `t33`
                ) AS `t39`
                WHERE
                  `t39`.`event` = 0
              ) AS `t43`
              LEFT OUTER JOIN (
                SELECT
                  `t29`.`game_date` AS `last_game_date`,
                  `t29`.`season` AS `last_season`,
                  `t29`.`player_id` AS `last_player_id`,
                  `t29`.`games` AS `last_games`,
                  `t29`.`minutes_parts` AS `last_minutes_parts`,
                  `t29`.`points_parts` AS `last_points_parts`,
                  `t29`.`games_before_season` AS `last_games_before_season`,
                  `t29`.`number` AS `last_number`
                FROM (
                  SELECT
                    `t19`.`game_date`,
                    `t19`.`season`,
                    `t19`.`player_id`,
                    `t19`.`games`,
                    `t19`.`minutes_parts`,
                    `t19`.`points_parts`,
                    `t19`.`games_before_season`,
                    ROW_NUMBER() OVER (PARTITION BY `t19`.`player_id` ORDER BY `t19`.`game_date` ASC) - 1 AS `number`
                  FROM `t17` AS `t19`
                ) AS `t29`
              ) AS `t37`
                ON `t43`.`player_id` = `t37`.`last_player_id`
                AND CASE WHEN `t43`.`entered` > `t43`.`too_old` THEN `t43`.`entered` - 1 ELSE NULL END = `t37`.`last_number`
            ) AS `t45`
          ) AS `t49`
          LEFT OUTER JOIN (
            SELECT
              `t19`.`player_id` AS `last_10_owner`,
              `t19`.`games` AS `last_10_games`,
              `t19`.`minutes_parts` AS `last_10_minutes_parts`,
              `t19`.`points_parts` AS `last_10_points_parts`
            FROM `t17` AS `t19`
          ) AS `t25`
            ON `t49`.`player_id` = `t25`.`last_10_owner`
            AND CASE
              WHEN (
                (
                  `t49`.`last_games` - 10
                ) IS NOT NULL
              )
              AND (
                `t49`.`too_old` IS NOT NULL
              )
              THEN GREATEST(`t49`.`last_games` - 10, `t49`.`too_old`)
              ELSE NULL
            END = `t25`.`last_10_games`
        ) AS `t53`
      ) AS `t57`
        ON `t6`.`game_id` = `t57`.`game_id` AND `t6`.`player_id` = `t57`.`player_id`
      INNER JOIN (
        SELECT
          `t54`.`game_id`,
          `t54`.`player_id`,
          ieee_divide(ieee_divide(`t54`.`minutes_parts_last_10`, 60), NULLIF(`t54`.`games_last_10`, 0)) AS `off_bench_minutes_avg_last_10`,
          ieee_divide(ieee_divide(`t54`.`points_parts_last_10`, 1), NULLIF(`t54`.`games_last_10`, 0)) AS `off_bench_points_avg_last_10`
        FROM (
          SELECT
            `t50`.`game_id`,
            `t50`.`player_id`,
            `t50`.`last_games`,
            `t50`.`last_games` - COALESCE(`t27`.`last_10_games`, 0) AS `games_last_10`,
            `t50`.`last_minutes_parts` - COALESCE(`t27`.`last_10_minutes_parts`, 0) AS `minutes_parts_last_10`,
            `t50`.`last_points_parts` - COALESCE(`t27`.`last_10_points_parts`, 0) AS `points_parts_last_10`
          FROM (
            SELECT
              `t46`.`game_id`,
              `t46`.`game_date`,
              `t46`.`season`,
              `t46`.`player_id`,
              `t46`.`too_old`,
              `t46`.`last_game_date`,
              `t46`.`last_season`,
              `t46`.`last_player_id`,
              `t46`.`last_games`,
              `t46`.`last_minutes_parts`,
              `t46`.`last_points_parts`,
              `t46`.`last_games_before_season`,
              `t46`.`last_number`
            FROM (
              SELECT
                `t44`.`game_id`,
                `t44`.`game_date`,
                `t44`.`season`,
                `t44`.`player_id`,
                `t44`.`entered`,
                `t44`.`too_old`,
                `t38`.`last_game_date`,
                `t38`.`last_season`,
                `t38`.`last_player_id`,
                `t38`.`last_games`,
                `t38`.`last_minutes_parts`,
                `t38`.`last_points_parts`,
                `t38`.`last_games_before_season`,
                `t38`.`last_number`
              FROM (
                SELECT
                  `t40`.`game_id`,
                  `t40`.`game_date`,
                  `t40`.`season`,
                  `t40`.`player_id`,
                  `t40`.`entered`,
                  `t40`.`too_old`
                FROM (
                  SELECT
                    `t34`.`game_id`,
                    `t34`.`game_date`,
                    `t34`.`season`,
                    `t34`.`player_id`,
                    `t34`.`event`,
                    CAST(SUM(CAST(`t34`.`event` = 1 AS INT64)) OVER (
                      PARTITION BY `t34`.`player_id`
                      ORDER BY `t34`.`game_date` ASC, `t34`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `entered`,
                    CAST(SUM(CAST(`t34`.`event` = 2 AS INT64)) OVER (
                      PARTITION BY `t34`.`player_id`
                      ORDER BY `t34`.`game_date` ASC, `t34`.`event` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS INT64) AS `too_old`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        CAST(NULL AS STRING) AS `game_id`,
                        CAST(CAST(DATE_SUB(`t20`.`game_date`, INTERVAL '-365' DAY) AS DATETIME) AS DATE) AS `game_date`,
                        CAST(NULL AS STRING) AS `season`,
                        `t20`.`player_id`,
                        2 AS `event`
                      FROM `t18` AS `t20`
                    ) AS `t32`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM `t4` AS `t7`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          CAST(NULL AS STRING) AS `game_id`,
                          `t20`.`game_date`,
                          CAST(NULL AS STRING) AS `season`,
                          `t20`.`player_id`,
                          1 AS `event`
                        FROM `t18` AS `t20`
                      ) AS `t24`
                    ) AS `t28`
                  ) AS `t34`
                ) AS `t40`
                WHERE
                  `t40`.`event` = 0
              ) AS `t44`
              LEFT OUTER JOIN (
                SELECT
                  `t31`.`game_date` AS `last_game_date`,
                  `t31`.`season` AS `last_season`,
                  `t31`.`player_id` AS `last_player_id`,
                  `t31`.`games` AS `last_games`,
                  `t31`.`minutes_parts` AS `last_minutes_parts`,
                  `t31`.`points_parts` AS `last_points_parts`,
                  `t31`.`games_before_season` AS `last_games_before_season`,
                  `t31`.`number` AS `last_number`
                FROM (
                  SELECT
                    `t20`.`game_date`,
                    `t20`.`season`,
                    `t20`.`player_id`,
                    `t20`.`games`,
                    `t20`.`minutes_parts`,
                    `t20`.`points_parts`,
                    `t20`.`games_before_season`,
                    ROW_NUMBER() OVER (PARTITION BY `t20`.`player_id` ORDER BY `t20`.`game_date` ASC) - 1 AS `number`
                  FROM `t18` AS `t20`
                ) AS `t31`
              ) AS `t38`
                ON `t44`.`player_id` = `t38`.`last_player_id`
                AND CASE WHEN `t44`.`entered` > `t44`.`too_old` THEN `t44`.`entered` - 1 ELSE NULL END = `t38`.`last_number`
            ) AS `t46`
          ) AS `t50`
          LEFT OUTER JOIN (
            SELECT
              `t20`.`player_id` AS `last_10_owner`,
              `t20`.`games` AS `last_10_games`,
              `t20`.`minutes_parts` AS `last_10_minutes_parts`,
              `t20`.`points_parts` AS `last_10_points_parts`
            FROM `t18` AS `t20`
          ) AS `t27`
            ON `t50`.`player_id` = `t27`.`last_10_owner`
            AND CASE
              WHEN (
                (
                  `t50`.`last_games` - 10
                ) IS NOT NULL
              )
              AND (
                `t50`.`too_old` IS NOT NULL
              )
              THEN GREATEST(`t50`.`last_games` - 10, `t50`.`too_old`)
              ELSE NULL
            END = `t27`.`last_10_games`
        ) AS `t54`
      ) AS `t58`
        ON `t6`.`game_id` = `t58`.`game_id` AND `t6`.`player_id` = `t58`.`player_id`
      INNER JOIN (
        SELECT
          `t1`.`game_id`,
          `t1`.`player_id`,
          `t1`.`minutes_avg_last_10` AS `minutes`,
          `t1`.`points_avg_last_10` AS `points`,
          `t1`.`starts_avg_last_10` AS `starts`
        FROM `input_player_daily_cache` AS `t1`
      ) AS `t8`
        ON `t6`.`game_id` = `t8`.`game_id` AND `t6`.`player_id` = `t8`.`player_id`
    ) AS `t59`
  ) AS `t60`
) AS `t61`
