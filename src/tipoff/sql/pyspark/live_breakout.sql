-- rows a41948c614cc70ca 40855d0d1314fc58
SELECT
  `t0`.`payload`,
  `t0`.`game_id`,
  `t0`.`game_date`,
  `t0`.`player_id`,
  `t0`.`as_of`,
  `t0`.`trained_for`,
  `t0`.`season`,
  `t0`.`season_mean`,
  `t0`.`probability`,
  `t0`.`base_rate`,
  `t0`.`is_shown`,
  `t0`.`prediction_time`,
  `t0`.`created_at`
FROM `input_live_breakout_slate` AS `t0`
