-- rows e7bcae9404a411dc deb8280f124a7d84
SELECT
  `t0`.`payload`,
  `t0`.`report_at`,
  `t0`.`game_date`,
  `t0`.`team_name`,
  `t0`.`name_key`,
  `t0`.`player_name`,
  `t0`.`status`,
  `t0`.`reason`
FROM `input_injury_report_edition` AS `t0`
