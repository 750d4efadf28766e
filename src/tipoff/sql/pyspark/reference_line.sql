-- rows d9c0c300f80d9d52 10c45c4929e9ce3f
SELECT
  `t2`.`game_id`,
  `t2`.`game_date`,
  `t2`.`player_id`,
  `t2`.`name_key`,
  `t2`.`market`,
  `t2`.`bookmaker`,
  `t2`.`line`,
  `t2`.`over_price`,
  `t2`.`under_price`,
  `t2`.`captured_at`,
  `t2`.`opening_line`,
  `t2`.`line_move`
FROM (
  SELECT
    `t1`.`game_id`,
    `t1`.`game_date`,
    `t1`.`player_id`,
    `t1`.`market`,
    `t1`.`bookmaker`,
    `t1`.`line`,
    `t1`.`name_key`,
    CASE WHEN `t1`.`suspect` IS NULL THEN `t1`.`over_price` ELSE NULL END AS `over_price`,
    CASE WHEN `t1`.`suspect` IS NULL THEN `t1`.`under_price` ELSE NULL END AS `under_price`,
    `t1`.`captured_at`,
    `t1`.`is_alternate`,
    `t1`.`stands`,
    `t1`.`opened_at`,
    `t1`.`opening_over_price`,
    `t1`.`opening_under_price`,
    `t1`.`opening_line`,
    `t1`.`suspect`,
    ROW_NUMBER() OVER (
      PARTITION BY `t1`.`game_id`, `t1`.`player_id`, `t1`.`market`
      ORDER BY `t1`.`suspect` IS NOT NULL ASC NULLS LAST, CASE
        WHEN `t1`.`bookmaker` = 'draftkings'
        THEN 0
        WHEN `t1`.`bookmaker` = 'fanduel'
        THEN 1
        WHEN `t1`.`bookmaker` = 'consensus'
        THEN 9
        ELSE 2
      END ASC NULLS LAST, `t1`.`bookmaker` ASC NULLS LAST, `t1`.`over_price` IS NULL
      OR ISNAN(`t1`.`over_price`)
      OR (
        `t1`.`under_price` IS NULL OR ISNAN(`t1`.`under_price`)
      ) ASC NULLS LAST, COALESCE(
        ABS(
          (
            CASE
              WHEN `t1`.`over_price` < 0
              THEN -(
                `t1`.`over_price`
              ) / (
                100 - `t1`.`over_price`
              )
              ELSE 100 / (
                `t1`.`over_price` + 100
              )
            END / (
              CASE
                WHEN `t1`.`over_price` < 0
                THEN -(
                  `t1`.`over_price`
                ) / (
                  100 - `t1`.`over_price`
                )
                ELSE 100 / (
                  `t1`.`over_price` + 100
                )
              END + CASE
                WHEN `t1`.`under_price` < 0
                THEN -(
                  `t1`.`under_price`
                ) / (
                  100 - `t1`.`under_price`
                )
                ELSE 100 / (
                  `t1`.`under_price` + 100
                )
              END
            )
          ) - 0.5
        ),
        ABS(
          COALESCE(
            CASE
              WHEN `t1`.`over_price` < 0
              THEN -(
                `t1`.`over_price`
              ) / (
                100 - `t1`.`over_price`
              )
              ELSE 100 / (
                `t1`.`over_price` + 100
              )
            END,
            CASE
              WHEN `t1`.`under_price` < 0
              THEN -(
                `t1`.`under_price`
              ) / (
                100 - `t1`.`under_price`
              )
              ELSE 100 / (
                `t1`.`under_price` + 100
              )
            END
          ) - 0.5
        ),
        1.0
      ) ASC NULLS LAST, `t1`.`line` ASC NULLS LAST
    ) - 1 AS `place`,
    `t1`.`line` - `t1`.`opening_line` AS `line_move`
  FROM (
    SELECT
      *
    FROM `input_player_prop_offer` AS `t0`
    WHERE
      `t0`.`stands`
      AND NOT (
        `t0`.`is_alternate`
      )
      AND COALESCE(`t0`.`suspect`, '') <> 'lines of another market'
      AND `t0`.`market` IN (
        'player_points',
        'player_rebounds',
        'player_assists',
        'player_threes',
        'player_steals',
        'player_blocks',
        'player_turnovers',
        'player_points_rebounds_assists',
        'player_points_rebounds',
        'player_points_assists',
        'player_rebounds_assists',
        'player_blocks_steals'
      )
  ) AS `t1`
) AS `t2`
WHERE
  `t2`.`place` = 0
