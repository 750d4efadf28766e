-- rows 0ef17638e8c83289 d270d9d85879ad25
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t11`.`game_id`,
      `t11`.`game_date`,
      `t11`.`player_id`,
      `t11`.`player_name`,
      `t11`.`name_key`,
      `t11`.`team_id`,
      `t11`.`reason`,
      `t11`.`comment`
    FROM (
      SELECT
        `t8`.`game_id`,
        `t8`.`game_date`,
        `t8`.`player_id`,
        `t8`.`player_name`,
        `t8`.`name_key`,
        `t8`.`team_id`,
        `t8`.`comment`,
        CASE
          WHEN CONTAINS(LOWER(`t8`.`comment`), 'suspen')
          THEN 'SUSPENDED'
          WHEN SUBSTRING(`t8`.`comment`, IF((
            0 + 1
          ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t8`.`comment`)), 3) = 'DNP'
          THEN 'COACHS_DECISION'
          WHEN SUBSTRING(`t8`.`comment`, IF((
            0 + 1
          ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t8`.`comment`)), 3) = 'DND'
          THEN 'DID_NOT_DRESS'
          WHEN SUBSTRING(`t8`.`comment`, IF((
            0 + 1
          ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t8`.`comment`)), 3) = 'NWT'
          THEN 'NOT_WITH_TEAM'
          ELSE 'OTHER'
        END AS `reason`
      FROM (
        SELECT
          *
        FROM `input_player_rotation` AS `t1`
        WHERE
          COALESCE(`t1`.`seconds`, 0) = 0
      ) AS `t8`
      LEFT ANTI JOIN `input_player_box_score` AS `t5`
        ON `t8`.`game_id` = `t5`.`game_id` AND `t8`.`player_id` = `t5`.`player_id`
    ) AS `t11`
  ) AS `t12`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t9`.`game_id`,
      `t9`.`game_date`,
      `t9`.`player_id`,
      `t9`.`player_name`,
      `t9`.`name_key`,
      `t9`.`team_id`,
      `t9`.`reason`,
      `t9`.`comment`
    FROM (
      SELECT
        `t3`.`game_id`,
        `t3`.`game_date`,
        `t3`.`player_id`,
        `t3`.`player_name`,
        `t3`.`name_key`,
        `t3`.`team_id`,
        '' AS `comment`,
        'INACTIVE' AS `reason`
      FROM `input_inactive_player` AS `t3`
      LEFT ANTI JOIN `input_player_rotation` AS `t4`
        ON `t3`.`game_id` = `t4`.`game_id` AND `t3`.`player_id` = `t4`.`player_id`
      LEFT ANTI JOIN `input_player_box_score` AS `t6`
        ON `t3`.`game_id` = `t6`.`game_id` AND `t3`.`player_id` = `t6`.`player_id`
    ) AS `t9`
  ) AS `t10`
) AS `t13`
