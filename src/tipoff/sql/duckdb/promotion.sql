-- rows 25e8d0cf2cb5af14 0f5a308afce207cb
SELECT
  "t0"."payload",
  "t0"."effective_on",
  "t0"."market",
  "t0"."promoted_at",
  "t0"."system",
  "t0"."evidence"
FROM "input_model_promotion" AS "t0"
