-- rows 165172604dbdca12 b825ee23c7a2b3a0
SELECT
  *
FROM (
  SELECT
    `t5`.`game_id`,
    `t5`.`game_date`,
    `t5`.`player_id`,
    COALESCE(`t11`.`games`, 0) AS `games_vs_opponent`,
    CAST(`t11`.`sum_points` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `points_avg_vs_opponent`,
    CAST(`t11`.`sum_rebounds` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `rebounds_avg_vs_opponent`,
    CAST(`t11`.`sum_assists` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `assists_avg_vs_opponent`,
    CAST(`t11`.`sum_threes` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `threes_avg_vs_opponent`,
    CAST(`t11`.`sum_steals` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `steals_avg_vs_opponent`,
    CAST(`t11`.`sum_blocks` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `blocks_avg_vs_opponent`,
    CAST(`t11`.`sum_turnovers` + 0 AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `turnovers_avg_vs_opponent`,
    CAST(`t11`.`sum_points` + 0 + `t11`.`sum_rebounds` + `t11`.`sum_assists` AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `points_rebounds_assists_avg_vs_opponent`,
    CAST(`t11`.`sum_points` + 0 + `t11`.`sum_rebounds` AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `points_rebounds_avg_vs_opponent`,
    CAST(`t11`.`sum_points` + 0 + `t11`.`sum_assists` AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `points_assists_avg_vs_opponent`,
    CAST(`t11`.`sum_rebounds` + 0 + `t11`.`sum_assists` AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `rebounds_assists_avg_vs_opponent`,
    CAST(`t11`.`sum_blocks` + 0 + `t11`.`sum_steals` AS DOUBLE) / NULLIF(`t11`.`games`, 0) AS `blocks_steals_avg_vs_opponent`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`player_id`
    FROM `input_player_pool` AS `t0`
  ) AS `t5`
  LEFT OUTER JOIN (
    SELECT
      `t9`.`for_game_id` AS `met_before`,
      `t9`.`for_owner` AS `met_by`,
      COUNT(*) AS `games`,
      SUM(`t9`.`sum_points`) AS `sum_points`,
      SUM(`t9`.`sum_rebounds`) AS `sum_rebounds`,
      SUM(`t9`.`sum_assists`) AS `sum_assists`,
      SUM(`t9`.`sum_threes`) AS `sum_threes`,
      SUM(`t9`.`sum_steals`) AS `sum_steals`,
      SUM(`t9`.`sum_blocks`) AS `sum_blocks`,
      SUM(`t9`.`sum_turnovers`) AS `sum_turnovers`
    FROM (
      SELECT
        `t8`.`for_game_id`,
        `t8`.`for_date`,
        `t8`.`for_owner`,
        `t8`.`game_date`,
        `t8`.`player_id`,
        `t8`.`opponent_id`,
        `t8`.`sum_points`,
        `t8`.`sum_rebounds`,
        `t8`.`sum_assists`,
        `t8`.`sum_threes`,
        `t8`.`sum_steals`,
        `t8`.`sum_blocks`,
        `t8`.`sum_turnovers`
      FROM (
        SELECT
          `t6`.`for_game_id`,
          `t6`.`for_date`,
          `t6`.`for_owner`,
          `t6`.`for_same`,
          `t7`.`game_date`,
          `t7`.`player_id`,
          `t7`.`opponent_id`,
          `t7`.`sum_points`,
          `t7`.`sum_rebounds`,
          `t7`.`sum_assists`,
          `t7`.`sum_threes`,
          `t7`.`sum_steals`,
          `t7`.`sum_blocks`,
          `t7`.`sum_turnovers`
        FROM (
          SELECT
            `t0`.`game_id` AS `for_game_id`,
            `t0`.`game_date` AS `for_date`,
            `t0`.`player_id` AS `for_owner`,
            `t0`.`opponent_id` AS `for_same`
          FROM `input_player_pool` AS `t0`
        ) AS `t6`
        INNER JOIN (
          SELECT
            `t1`.`game_date`,
            `t1`.`player_id`,
            `t1`.`opponent_id`,
            `t1`.`points` AS `sum_points`,
            `t1`.`rebounds` AS `sum_rebounds`,
            `t1`.`assists` AS `sum_assists`,
            `t1`.`threes_made` AS `sum_threes`,
            `t1`.`steals` AS `sum_steals`,
            `t1`.`blocks` AS `sum_blocks`,
            `t1`.`turnovers` AS `sum_turnovers`
          FROM `input_player_game_summary` AS `t1`
        ) AS `t7`
          ON `t6`.`for_owner` = `t7`.`player_id`
          AND `t6`.`for_same` = `t7`.`opponent_id`
          AND DATEDIFF(DAY, `t7`.`game_date`, `t6`.`for_date`) >= 1
          AND DATEDIFF(DAY, `t7`.`game_date`, `t6`.`for_date`) <= 365
      ) AS `t8`
    ) AS `t9`
    GROUP BY
      1,
      2
  ) AS `t11`
    ON `t5`.`game_id` = `t11`.`met_before` AND `t5`.`player_id` = `t11`.`met_by`
) AS `t12`
