-- rows 6902e9cd380aa84b 05e9457d8b319dc1
SELECT
  *
FROM (
  SELECT
    `t2`.`game_id`,
    `t4`.`game_date`,
    `t2`.`team_id`,
    `t2`.`defensive_rebounds`,
    `t2`.`blocks`,
    `t2`.`steals`,
    `t4`.`rebounds_allowed`,
    `t4`.`assists_allowed`,
    `t4`.`threes_allowed`,
    `t4`.`steals_allowed`,
    `t4`.`blocks_allowed`,
    `t4`.`attacker_id` AS `opponent_id`,
    `t4`.`points` AS `points_allowed`,
    `t4`.`offensive_rating` AS `defensive_rating`,
    `t4`.`pace` AS `opponent_pace`,
    `t4`.`true_shooting_share` AS `opponent_true_shooting_share`,
    `t4`.`turnovers` AS `turnovers_forced`,
    `t4`.`paint_attempts` AS `paint_attempts_allowed`,
    `t4`.`paint_makes` AS `paint_makes_allowed`,
    `t4`.`mid_range_attempts` AS `mid_range_attempts_allowed`,
    `t4`.`mid_range_makes` AS `mid_range_makes_allowed`,
    `t4`.`corner_three_attempts` AS `corner_three_attempts_allowed`,
    `t4`.`corner_three_makes` AS `corner_three_makes_allowed`,
    `t4`.`above_break_three_attempts` AS `above_break_three_attempts_allowed`,
    `t4`.`above_break_three_makes` AS `above_break_three_makes_allowed`
  FROM (
    SELECT
      `t0`.`game_id`,
      `t0`.`team_id`,
      `t0`.`defensive_rebounds`,
      `t0`.`blocks`,
      `t0`.`steals`
    FROM `input_team_offense_game_summary` AS `t0`
  ) AS `t2`
  INNER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`game_date`,
      `t0`.`opponent_id`,
      `t0`.`points`,
      `t0`.`offensive_rating`,
      `t0`.`pace`,
      `t0`.`true_shooting_share`,
      `t0`.`turnovers`,
      `t0`.`paint_attempts`,
      `t0`.`paint_makes`,
      `t0`.`mid_range_attempts`,
      `t0`.`mid_range_makes`,
      `t0`.`corner_three_attempts`,
      `t0`.`corner_three_makes`,
      `t0`.`above_break_three_attempts`,
      `t0`.`above_break_three_makes`,
      `t0`.`team_id` AS `attacker_id`,
      `t0`.`offensive_rebounds` + `t0`.`defensive_rebounds` AS `rebounds_allowed`,
      `t0`.`assists` AS `assists_allowed`,
      `t0`.`threes_made` AS `threes_allowed`,
      `t0`.`steals` AS `steals_allowed`,
      `t0`.`blocks` AS `blocks_allowed`
    FROM `input_team_offense_game_summary` AS `t0`
  ) AS `t4`
    ON `t2`.`game_id` = `t4`.`game_id` AND `t2`.`team_id` = `t4`.`opponent_id`
) AS `t5`
-- defense_is_the_opponent_s_offense d9102a7398d3413f 00349094b185c3a7
SELECT
  `t2`.`game_date`,
  `t2`.`game_id`,
  `t2`.`team_id`,
  ABS(`t2`.`defensive_rating` - `t4`.`scored`) <= 1e-09 AS `holds`
FROM `input_team_defense_game_summary` AS `t2`
INNER JOIN (
  SELECT
    `t1`.`game_id`,
    `t1`.`team_id` AS `opponent_id`,
    `t1`.`offensive_rating` AS `scored`
  FROM `input_team_offense_game_summary` AS `t1`
) AS `t4`
  ON `t2`.`game_id` = `t4`.`game_id` AND `t2`.`opponent_id` = `t4`.`opponent_id`
