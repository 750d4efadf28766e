-- rows f81109bd587ff4f6 7ba4bc1f144e4e0e
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t4`.`game_date`,
        `t4`.`source`,
        `t4`.`setting`,
        `t4`.`player_name`,
        `t4`.`name_key`,
        COUNT(*) AS `times_seen`
      FROM (
        SELECT
          `t0`.`payload`,
          `t0`.`game_date`,
          `t0`.`player_name`,
          `t0`.`name_key`,
          `t0`.`market`,
          `t0`.`bookmaker`,
          `t0`.`line`,
          `t0`.`side`,
          `t0`.`is_alternate`,
          `t0`.`capture`,
          `t0`.`captured_at`,
          `t0`.`event_id`,
          `t0`.`home_team_name`,
          `t0`.`away_team_name`,
          `t0`.`tip_at`,
          `t0`.`price`,
          `t0`.`is_pickem`,
          `t0`.`multiplier`,
          'prices' AS `source`,
          COALESCE(CONCAT(CONCAT(`t0`.`away_team_name`, ' @ '), `t0`.`home_team_name`), '') AS `setting`
        FROM `input_prop_price` AS `t0`
      ) AS `t4`
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS `t6`
  ) AS `t7`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t2`.`game_date`,
        `t2`.`source`,
        `t2`.`setting`,
        `t2`.`player_name`,
        `t2`.`name_key`,
        COUNT(*) AS `times_seen`
      FROM (
        SELECT
          `t1`.`payload`,
          `t1`.`report_at`,
          `t1`.`game_date`,
          `t1`.`team_name`,
          `t1`.`name_key`,
          `t1`.`player_name`,
          `t1`.`status`,
          `t1`.`reason`,
          'injuries' AS `source`,
          `t1`.`team_name` AS `setting`
        FROM `input_injury_report` AS `t1`
      ) AS `t2`
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS `t3`
  ) AS `t5`
) AS `t8`
