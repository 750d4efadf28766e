-- rows 407437e3095be16c 4e0a3812952e2373
SELECT
  `t0`.`payload`,
  `t0`.`holds_from`,
  `t0`.`spelling`,
  `t0`.`player_id`,
  `t0`.`player_name`,
  `t0`.`settled_at`
FROM `input_name_settlement` AS `t0`
