-- rows 9b88d3c13ec55761
SELECT
  `t0`.`payload`,
  `t0`.`holds_from`,
  `t0`.`spelling`,
  `t0`.`player_id`,
  `t0`.`player_name`,
  `t0`.`settled_at`
FROM `input_name_settlement` AS `t0`
