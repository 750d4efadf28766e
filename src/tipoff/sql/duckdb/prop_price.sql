-- rows ce4ab9a7a97ab7d9 3ecad7ceb5009291
SELECT
  "t0"."payload",
  "t0"."game_date",
  "t0"."player_name",
  "t0"."name_key",
  "t0"."market",
  "t0"."bookmaker",
  "t0"."line",
  "t0"."side",
  "t0"."capture",
  "t0"."captured_at",
  "t0"."event_id",
  "t0"."tip_at",
  "t0"."price",
  "t0"."is_pickem",
  "t0"."multiplier",
  "t0"."alternate" AS "is_alternate",
  "t0"."home_team" AS "home_team_name",
  "t0"."away_team" AS "away_team_name",
  ABS("t0"."price") >= 100 AS "_rule_price_is_american",
  NOT (
    "t0"."line" IN (99.0, 99.5, 99.9, 100.0)
  ) AS "_rule_line_is_no_placeholder"
FROM "input_player_props" AS "t0"
