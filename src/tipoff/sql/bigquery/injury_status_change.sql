-- rows b46d6b78affb0fcb aa452af0ed2583fa
SELECT
  `t9`.`game_date`,
  `t9`.`team_name`,
  `t9`.`name_key`,
  `t9`.`changed_at`,
  `t9`.`player_name`,
  `t9`.`status`,
  `t9`.`previous_status`,
  `t9`.`reason`
FROM (
  SELECT
    `t8`.`game_date`,
    `t8`.`team_name`,
    `t8`.`name_key`,
    `t8`.`changed_at`,
    `t8`.`player_name`,
    `t8`.`status`,
    `t8`.`reason`,
    LAG(`t8`.`status`) OVER (
      PARTITION BY `t8`.`game_date`, `t8`.`team_name`, `t8`.`name_key`
      ORDER BY `t8`.`changed_at` ASC
    ) AS `previous_status`
  FROM (
    SELECT
      `t4`.`game_date`,
      `t4`.`team_name`,
      `t7`.`name_key`,
      `t4`.`changed_at`,
      `t7`.`player_name`,
      `t5`.`status`,
      `t5`.`reason`
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`team_name`,
        `t0`.`report_at` AS `changed_at`
      FROM `input_injury_submission` AS `t0`
      WHERE
        `t0`.`submitted`
    ) AS `t4`
    INNER JOIN (
      SELECT
        `t1`.`game_date`,
        `t1`.`team_name`,
        `t1`.`name_key`,
        MAX(`t1`.`player_name`) AS `player_name`
      FROM `input_injury_report` AS `t1`
      GROUP BY
        1,
        2,
        3
    ) AS `t7`
      ON `t4`.`game_date` = `t7`.`game_date` AND `t4`.`team_name` = `t7`.`team_name`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`game_date`,
        `t1`.`team_name`,
        `t1`.`name_key`,
        `t1`.`status`,
        `t1`.`reason`,
        `t1`.`report_at` AS `changed_at`
      FROM `input_injury_report` AS `t1`
    ) AS `t5`
      ON `t4`.`game_date` = `t5`.`game_date`
      AND `t4`.`team_name` = `t5`.`team_name`
      AND `t7`.`name_key` = `t5`.`name_key`
      AND `t4`.`changed_at` = `t5`.`changed_at`
  ) AS `t8`
) AS `t9`
WHERE
  COALESCE(`t9`.`status`, '') <> COALESCE(`t9`.`previous_status`, '')
