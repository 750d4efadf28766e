-- rows 25e8d0cf2cb5af14 66cbf84ca7b04fbc
SELECT
  `t0`.`payload`,
  `t0`.`effective_on`,
  `t0`.`market`,
  `t0`.`promoted_at`,
  `t0`.`system`,
  `t0`.`evidence`
FROM `input_model_promotion` AS `t0`
