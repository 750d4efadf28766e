-- rows a5b68797d338a30b 384c17f0c84b46aa
SELECT
  `t0`.`payload`,
  `t0`.`report_at`,
  `t0`.`game_date`,
  `t0`.`team_name`,
  `t0`.`submitted`
FROM `input_injury_report_teams` AS `t0`
