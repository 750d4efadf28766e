-- rows 1d366f645bbf119a 5f077626c7c8fb57
WITH `t6` AS (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`,
      `t1`.`season`,
      `t1`.`tip_at`,
      `t1`.`home_team_id` AS `team_id`,
      `t1`.`home_team_name` AS `team_name`,
      `t1`.`away_team_id` AS `opponent_id`,
      `t1`.`home_team_id` = `t1`.`home_team_id` AS `home`
    FROM `input_schedule` AS `t1`
  ) AS `t4`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t1`.`game_id`,
      `t1`.`game_date`,
      `t1`.`season`,
      `t1`.`tip_at`,
      `t1`.`away_team_id` AS `team_id`,
      `t1`.`away_team_name` AS `team_name`,
      `t1`.`home_team_id` AS `opponent_id`,
      `t1`.`home_team_id` = `t1`.`away_team_id` AS `home`
    FROM `input_schedule` AS `t1`
  ) AS `t5`
), `t17` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`team_id`,
    `t16`.`home`,
    `t16`.`arena`,
    `t16`.`back_to_back`,
    `t16`.`home_number`
  FROM (
    SELECT
      `t15`.`game_date`,
      `t15`.`team_id`,
      `t15`.`home`,
      `t15`.`arena`,
      `t15`.`number`,
      COALESCE(
        DATE_DIFF(
          `t15`.`game_date`,
          LAG(`t15`.`game_date`) OVER (PARTITION BY `t15`.`team_id` ORDER BY `t15`.`game_date` ASC),
          DAY
        ) = 1,
        FALSE
      ) AS `back_to_back`,
      COALESCE(
        MAX(CASE WHEN `t15`.`home` THEN `t15`.`number` ELSE NULL END) OVER (
          PARTITION BY `t15`.`team_id`
          ORDER BY `t15`.`game_date` ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ),
        -1
      ) AS `home_number`
    FROM (
      SELECT
        `t14`.`game_date`,
        `t14`.`team_id`,
        `t14`.`home`,
        `t14`.`arena`,
        `t14`.`number`
      FROM (
        SELECT
          `t12`.`game_date`,
          `t12`.`team_id`,
          `t12`.`home`,
          `t12`.`arena`,
          ROW_NUMBER() OVER (PARTITION BY `t12`.`team_id` ORDER BY `t12`.`game_date` ASC) - 1 AS `number`,
          LEAD(`t12`.`game_date`) OVER (PARTITION BY `t12`.`team_id` ORDER BY `t12`.`game_date` ASC) AS `next_date`
        FROM (
          SELECT
            `t7`.`game_date`,
            `t7`.`team_id`,
            `t7`.`home`,
            CASE WHEN `t7`.`home` THEN `t7`.`team_id` ELSE `t7`.`opponent_id` END AS `arena`
          FROM `t6` AS `t7`
        ) AS `t12`
      ) AS `t14`
    ) AS `t15`
  ) AS `t16`
), `t31` AS (
  SELECT
    `t8`.`game_id`,
    `t8`.`game_date`,
    `t8`.`season`,
    `t8`.`tip_at`,
    `t8`.`team_id`,
    `t8`.`team_name`,
    `t8`.`opponent_id`,
    `t8`.`home`,
    `t30`.`game_id` AS `game_id_right`,
    `t30`.`team_id` AS `team_id_right`,
    `t30`.`days_rest`,
    `t30`.`games_last_7_days`,
    `t30`.`games_last_14_days`,
    `t30`.`back_to_backs_last_14_days`,
    `t30`.`consecutive_road_games`,
    `t30`.`travel_kilometers`,
    `t30`.`time_zones_crossed`
  FROM `t6` AS `t8`
  LEFT OUTER JOIN (
    SELECT
      `t28`.`game_id`,
      `t28`.`team_id`,
      `t28`.`days_rest`,
      COALESCE(`t28`.`games_last_7_days`, 0) AS `games_last_7_days`,
      COALESCE(`t28`.`games_last_14_days`, 0) AS `games_last_14_days`,
      COALESCE(`t28`.`back_to_backs_last_14_days`, 0) AS `back_to_backs_last_14_days`,
      CASE
        WHEN `t28`.`home`
        THEN 0
        ELSE COALESCE(`t28`.`last_number` - `t28`.`last_home_number`, 0) + 1
      END AS `consecutive_road_games`,
      ASIN(
        SQRT(
          (
            POWER(
              SIN(
                ieee_divide(
                  (
                    CASE
                      WHEN `t28`.`arena` = 1610612737
                      THEN 33.757
                      WHEN `t28`.`arena` = 1610612738
                      THEN 42.366
                      WHEN `t28`.`arena` = 1610612739
                      THEN 41.497
                      WHEN `t28`.`arena` = 1610612740
                      THEN 29.949
                      WHEN `t28`.`arena` = 1610612741
                      THEN 41.881
                      WHEN `t28`.`arena` = 1610612742
                      THEN 32.79
                      WHEN `t28`.`arena` = 1610612743
                      THEN 39.749
                      WHEN `t28`.`arena` = 1610612744
                      THEN 37.768
                      WHEN `t28`.`arena` = 1610612745
                      THEN 29.751
                      WHEN `t28`.`arena` = 1610612746
                      THEN 33.945
                      WHEN `t28`.`arena` = 1610612747
                      THEN 34.043
                      WHEN `t28`.`arena` = 1610612748
                      THEN 25.781
                      WHEN `t28`.`arena` = 1610612749
                      THEN 43.045
                      WHEN `t28`.`arena` = 1610612750
                      THEN 44.98
                      WHEN `t28`.`arena` = 1610612751
                      THEN 40.683
                      WHEN `t28`.`arena` = 1610612752
                      THEN 40.751
                      WHEN `t28`.`arena` = 1610612753
                      THEN 28.539
                      WHEN `t28`.`arena` = 1610612754
                      THEN 39.764
                      WHEN `t28`.`arena` = 1610612755
                      THEN 39.901
                      WHEN `t28`.`arena` = 1610612756
                      THEN 33.446
                      WHEN `t28`.`arena` = 1610612757
                      THEN 45.532
                      WHEN `t28`.`arena` = 1610612758
                      THEN 38.58
                      WHEN `t28`.`arena` = 1610612759
                      THEN 29.427
                      WHEN `t28`.`arena` = 1610612760
                      THEN 35.463
                      WHEN `t28`.`arena` = 1610612761
                      THEN 43.643
                      WHEN `t28`.`arena` = 1610612762
                      THEN 40.768
                      WHEN `t28`.`arena` = 1610612763
                      THEN 35.138
                      WHEN `t28`.`arena` = 1610612764
                      THEN 38.898
                      WHEN `t28`.`arena` = 1610612765
                      THEN 42.341
                      WHEN `t28`.`arena` = 1610612766
                      THEN 35.225
                      ELSE NULL
                    END - CASE
                      WHEN `t28`.`start` = 1610612737
                      THEN 33.757
                      WHEN `t28`.`start` = 1610612738
                      THEN 42.366
                      WHEN `t28`.`start` = 1610612739
                      THEN 41.497
                      WHEN `t28`.`start` = 1610612740
                      THEN 29.949
                      WHEN `t28`.`start` = 1610612741
                      THEN 41.881
                      WHEN `t28`.`start` = 1610612742
                      THEN 32.79
                      WHEN `t28`.`start` = 1610612743
                      THEN 39.749
                      WHEN `t28`.`start` = 1610612744
                      THEN 37.768
                      WHEN `t28`.`start` = 1610612745
                      THEN 29.751
                      WHEN `t28`.`start` = 1610612746
                      THEN 33.945
                      WHEN `t28`.`start` = 1610612747
                      THEN 34.043
                      WHEN `t28`.`start` = 1610612748
                      THEN 25.781
                      WHEN `t28`.`start` = 1610612749
                      THEN 43.045
                      WHEN `t28`.`start` = 1610612750
                      THEN 44.98
                      WHEN `t28`.`start` = 1610612751
                      THEN 40.683
                      WHEN `t28`.`start` = 1610612752
                      THEN 40.751
                      WHEN `t28`.`start` = 1610612753
                      THEN 28.539
                      WHEN `t28`.`start` = 1610612754
                      THEN 39.764
                      WHEN `t28`.`start` = 1610612755
                      THEN 39.901
                      WHEN `t28`.`start` = 1610612756
                      THEN 33.446
                      WHEN `t28`.`start` = 1610612757
                      THEN 45.532
                      WHEN `t28`.`start` = 1610612758
                      THEN 38.58
                      WHEN `t28`.`start` = 1610612759
                      THEN 29.427
                      WHEN `t28`.`start` = 1610612760
                      THEN 35.463
                      WHEN `t28`.`start` = 1610612761
                      THEN 43.643
                      WHEN `t28`.`start` = 1610612762
                      THEN 40.768
                      WHEN `t28`.`start` = 1610612763
                      THEN 35.138
                      WHEN `t28`.`start` = 1610612764
                      THEN 38.898
                      WHEN `t28`.`start` = 1610612765
                      THEN 42.341
                      WHEN `t28`.`start` = 1610612766
                      THEN 35.225
                      ELSE NULL
                    END
                  ) * 0.017453292519943295,
                  2
                )
              ),
              2
            )
          ) + (
            COS(
              CASE
                WHEN `t28`.`start` = 1610612737
                THEN 33.757
                WHEN `t28`.`start` = 1610612738
                THEN 42.366
                WHEN `t28`.`start` = 1610612739
                THEN 41.497
                WHEN `t28`.`start` = 1610612740
                THEN 29.949
                WHEN `t28`.`start` = 1610612741
                THEN 41.881
                WHEN `t28`.`start` = 1610612742
                THEN 32.79
                WHEN `t28`.`start` = 1610612743
                THEN 39.749
                WHEN `t28`.`start` = 1610612744
                THEN 37.768
                WHEN `t28`.`start` = 1610612745
                THEN 29.751
                WHEN `t28`.`start` = 1610612746
                THEN 33.945
                WHEN `t28`.`start` = 1610612747
                THEN 34.043
                WHEN `t28`.`start` = 1610612748
                THEN 25.781
                WHEN `t28`.`start` = 1610612749
                THEN 43.045
                WHEN `t28`.`start` = 1610612750
                THEN 44.98
                WHEN `t28`.`start` = 1610612751
                THEN 40.683
                WHEN `t28`.`start` = 1610612752
                THEN 40.751
                WHEN `t28`.`start` = 1610612753
                THEN 28.539
                WHEN `t28`.`start` = 1610612754
                THEN 39.764
                WHEN `t28`.`start` = 1610612755
                THEN 39.901
                WHEN `t28`.`start` = 1610612756
                THEN 33.446
                WHEN `t28`.`start` = 1610612757
                THEN 45.532
                WHEN `t28`.`start` = 1610612758
                THEN 38.58
                WHEN `t28`.`start` = 1610612759
                THEN 29.427
                WHEN `t28`.`start` = 1610612760
                THEN 35.463
                WHEN `t28`.`start` = 1610612761
                THEN 43.643
                WHEN `t28`.`start` = 1610612762
                THEN 40.768
                WHEN `t28`.`start` = 1610612763
                THEN 35.138
                WHEN `t28`.`start` = 1610612764
                THEN 38.898
                WHEN `t28`.`start` = 1610612765
                THEN 42.341
                WHEN `t28`.`start` = 1610612766
                THEN 35.225
                ELSE NULL
              END * 0.017453292519943295
            ) * COS(
              CASE
                WHEN `t28`.`arena` = 1610612737
                THEN 33.757
                WHEN `t28`.`arena` = 1610612738
                THEN 42.366
                WHEN `t28`.`arena` = 1610612739
                THEN 41.497
                WHEN `t28`.`arena` = 1610612740
                THEN 29.949
                WHEN `t28`.`arena` = 1610612741
                THEN 41.881
                WHEN `t28`.`arena` = 1610612742
                THEN 32.79
                WHEN `t28`.`arena` = 1610612743
                THEN 39.749
                WHEN `t28`.`arena` = 1610612744
                THEN 37.768
                WHEN `t28`.`arena` = 1610612745
                THEN 29.751
                WHEN `t28`.`arena` = 1610612746
                THEN 33.945
                WHEN `t28`.`arena` = 1610612747
                THEN 34.043
                WHEN `t28`.`arena` = 1610612748
                THEN 25.781
                WHEN `t28`.`arena` = 1610612749
                THEN 43.045
                WHEN `t28`.`arena` = 1610612750
                THEN 44.98
                WHEN `t28`.`arena` = 1610612751
                THEN 40.683
                WHEN `t28`.`arena` = 1610612752
                THEN 40.751
                WHEN `t28`.`arena` = 1610612753
                THEN 28.539
                WHEN `t28`.`arena` = 1610612754
                THEN 39.764
                WHEN `t28`.`arena` = 1610612755
                THEN 39.901
                WHEN `t28`.`arena` = 1610612756
                THEN 33.446
                WHEN `t28`.`arena` = 1610612757
                THEN 45.532
                WHEN `t28`.`arena` = 1610612758
                THEN 38.58
                WHEN `t28`.`arena` = 1610612759
                THEN 29.427
                WHEN `t28`.`arena` = 1610612760
                THEN 35.463
                WHEN `t28`.`arena` = 1610612761
                THEN 43.643
                WHEN `t28`.`arena` = 1610612762
                THEN 40.768
                WHEN `t28`.`arena` = 1610612763
                THEN 35.138
                WHEN `t28`.`arena` = 1610612764
                THEN 38.898
                WHEN `t28`.`arena` = 1610612765
                THEN 42.341
                WHEN `t28`.`arena` = 1610612766
                THEN 35.225
                ELSE NULL
              END * 0.017453292519943295
            ) * (
              POWER(
                SIN(
                  ieee_divide(
                    (
                      CASE
                        WHEN `t28`.`arena` = 1610612737
                        THEN -84.396
                        WHEN `t28`.`arena` = 1610612738
                        THEN -71.062
                        WHEN `t28`.`arena` = 1610612739
                        THEN -81.688
                        WHEN `t28`.`arena` = 1610612740
                        THEN -90.082
                        WHEN `t28`.`arena` = 1610612741
                        THEN -87.674
                        WHEN `t28`.`arena` = 1610612742
                        THEN -96.81
                        WHEN `t28`.`arena` = 1610612743
                        THEN -105.008
                        WHEN `t28`.`arena` = 1610612744
                        THEN -122.388
                        WHEN `t28`.`arena` = 1610612745
                        THEN -95.362
                        WHEN `t28`.`arena` = 1610612746
                        THEN -118.343
                        WHEN `t28`.`arena` = 1610612747
                        THEN -118.267
                        WHEN `t28`.`arena` = 1610612748
                        THEN -80.187
                        WHEN `t28`.`arena` = 1610612749
                        THEN -87.917
                        WHEN `t28`.`arena` = 1610612750
                        THEN -93.276
                        WHEN `t28`.`arena` = 1610612751
                        THEN -73.975
                        WHEN `t28`.`arena` = 1610612752
                        THEN -73.993
                        WHEN `t28`.`arena` = 1610612753
                        THEN -81.384
                        WHEN `t28`.`arena` = 1610612754
                        THEN -86.156
                        WHEN `t28`.`arena` = 1610612755
                        THEN -75.172
                        WHEN `t28`.`arena` = 1610612756
                        THEN -112.071
                        WHEN `t28`.`arena` = 1610612757
                        THEN -122.667
                        WHEN `t28`.`arena` = 1610612758
                        THEN -121.5
                        WHEN `t28`.`arena` = 1610612759
                        THEN -98.438
                        WHEN `t28`.`arena` = 1610612760
                        THEN -97.515
                        WHEN `t28`.`arena` = 1610612761
                        THEN -79.379
                        WHEN `t28`.`arena` = 1610612762
                        THEN -111.901
                        WHEN `t28`.`arena` = 1610612763
                        THEN -90.051
                        WHEN `t28`.`arena` = 1610612764
                        THEN -77.021
                        WHEN `t28`.`arena` = 1610612765
                        THEN -83.055
                        WHEN `t28`.`arena` = 1610612766
                        THEN -80.839
                        ELSE NULL
                      END - CASE
                        WHEN `t28`.`start` = 1610612737
                        THEN -84.396
                        WHEN `t28`.`start` = 1610612738
                        THEN -71.062
                        WHEN `t28`.`start` = 1610612739
                        THEN -81.688
                        WHEN `t28`.`start` = 1610612740
                        THEN -90.082
                        WHEN `t28`.`start` = 1610612741
                        THEN -87.674
                        WHEN `t28`.`start` = 1610612742
                        THEN -96.81
                        WHEN `t28`.`start` = 1610612743
                        THEN -105.008
                        WHEN `t28`.`start` = 1610612744
                        THEN -122.388
                        WHEN `t28`.`start` = 1610612745
                        THEN -95.362
                        WHEN `t28`.`start` = 1610612746
                        THEN -118.343
                        WHEN `t28`.`start` = 1610612747
                        THEN -118.267
                        WHEN `t28`.`start` = 1610612748
                        THEN -80.187
                        WHEN `t28`.`start` = 1610612749
                        THEN -87.917
                        WHEN `t28`.`start` = 1610612750
                        THEN -93.276
                        WHEN `t28`.`start` = 1610612751
                        THEN -73.975
                        WHEN `t28`.`start` = 1610612752
                        THEN -73.993
                        WHEN `t28`.`start` = 1610612753
                        THEN -81.384
                        WHEN `t28`.`start` = 1610612754
                        THEN -86.156
                        WHEN `t28`.`start` = 1610612755
                        THEN -75.172
                        WHEN `t28`.`start` = 1610612756
                        THEN -112.071
                        WHEN `t28`.`start` = 1610612757
                        THEN -122.667
                        WHEN `t28`.`start` = 1610612758
                        THEN -121.5
                        WHEN `t28`.`start` = 1610612759
                        THEN -98.438
                        WHEN `t28`.`start` = 1610612760
                        THEN -97.515
                        WHEN `t28`.`start` = 1610612761
                        THEN -79.379
                        WHEN `t28`.`start` = 1610612762
                        THEN -111.901
                        WHEN `t28`.`start` = 1610612763
                        THEN -90.051
                        WHEN `t28`.`start` = 1610612764
                        THEN -77.021
                        WHEN `t28`.`start` = 1610612765
                        THEN -83.055
                        WHEN `t28`.`start` = 1610612766
                        THEN -80.839
                        ELSE NULL
                      END
                    ) * 0.017453292519943295,
                    2
                  )
                ),
                2
              )
            )
          )
        )
      ) * 12742.0176 AS `travel_kilometers`,
      ABS(
        CASE
          WHEN `t28`.`start` = 1610612737
          THEN -5
          WHEN `t28`.`start` = 1610612738
          THEN -5
          WHEN `t28`.`start` = 1610612739
          THEN -5
          WHEN `t28`.`start` = 1610612740
          THEN -6
          WHEN `t28`.`start` = 1610612741
          THEN -6
          WHEN `t28`.`start` = 1610612742
          THEN -6
          WHEN `t28`.`start` = 1610612743
          THEN -7
          WHEN `t28`.`start` = 1610612744
          THEN -8
          WHEN `t28`.`start` = 1610612745
          THEN -6
          WHEN `t28`.`start` = 1610612746
          THEN -8
          WHEN `t28`.`start` = 1610612747
          THEN -8
          WHEN `t28`.`start` = 1610612748
          THEN -5
          WHEN `t28`.`start` = 1610612749
          THEN -6
          WHEN `t28`.`start` = 1610612750
          THEN -6
          WHEN `t28`.`start` = 1610612751
          THEN -5
          WHEN `t28`.`start` = 1610612752
          THEN -5
          WHEN `t28`.`start` = 1610612753
          THEN -5
          WHEN `t28`.`start` = 1610612754
          THEN -5
          WHEN `t28`.`start` = 1610612755
          THEN -5
          WHEN `t28`.`start` = 1610612756
          THEN -7
          WHEN `t28`.`start` = 1610612757
          THEN -8
          WHEN `t28`.`start` = 1610612758
          THEN -8
          WHEN `t28`.`start` = 1610612759
          THEN -6
          WHEN `t28`.`start` = 1610612760
          THEN -6
          WHEN `t28`.`start` = 1610612761
          THEN -5
          WHEN `t28`.`start` = 1610612762
          THEN -7
          WHEN `t28`.`start` = 1610612763
          THEN -6
          WHEN `t28`.`start` = 1610612764
          THEN -5
          WHEN `t28`.`start` = 1610612765
          THEN -5
          WHEN `t28`.`start` = 1610612766
          THEN -5
          ELSE NULL
        END - CASE
          WHEN `t28`.`arena` = 1610612737
          THEN -5
          WHEN `t28`.`arena` = 1610612738
          THEN -5
          WHEN `t28`.`arena` = 1610612739
          THEN -5
          WHEN `t28`.`arena` = 1610612740
          THEN -6
          WHEN `t28`.`arena` = 1610612741
          THEN -6
          WHEN `t28`.`arena` = 1610612742
          THEN -6
          WHEN `t28`.`arena` = 1610612743
          THEN -7
          WHEN `t28`.`arena` = 1610612744
          THEN -8
          WHEN `t28`.`arena` = 1610612745
          THEN -6
          WHEN `t28`.`arena` = 1610612746
          THEN -8
          WHEN `t28`.`arena` = 1610612747
          THEN -8
          WHEN `t28`.`arena` = 1610612748
          THEN -5
          WHEN `t28`.`arena` = 1610612749
          THEN -6
          WHEN `t28`.`arena` = 1610612750
          THEN -6
          WHEN `t28`.`arena` = 1610612751
          THEN -5
          WHEN `t28`.`arena` = 1610612752
          THEN -5
          WHEN `t28`.`arena` = 1610612753
          THEN -5
          WHEN `t28`.`arena` = 1610612754
          THEN -5
          WHEN `t28`.`arena` = 1610612755
          THEN -5
          WHEN `t28`.`arena` = 1610612756
          THEN -7
          WHEN `t28`.`arena` = 1610612757
          THEN -8
          WHEN `t28`.`arena` = 1610612758
          THEN -8
          WHEN `t28`.`arena` = 1610612759
          THEN -6
          WHEN `t28`.`arena` = 1610612760
          THEN -6
          WHEN `t28`.`arena` = 1610612761
          THEN -5
          WHEN `t28`.`arena` = 1610612762
          THEN -7
          WHEN `t28`.`arena` = 1610612763
          THEN -6
          WHEN `t28`.`arena` = 1610612764
          THEN -5
          WHEN `t28`.`arena` = 1610612765
          THEN -5
          WHEN `t28`.`arena` = 1610612766
          THEN -5
          ELSE NULL
        END
      ) AS `time_zones_crossed`
    FROM (
      SELECT
        `t27`.`game_id`,
        `t27`.`game_date`,
        `t27`.`team_id`,
        `t27`.`home`,
        `t27`.`arena`,
        `t27`.`last_game_date`,
        `t27`.`last_team_id`,
        `t27`.`last_home`,
        `t27`.`last_arena`,
        `t27`.`last_back_to_back`,
        `t27`.`last_home_number`,
        `t27`.`last_number`,
        `t27`.`last_next_date`,
        `t27`.`for_game_id`,
        `t27`.`for_owner`,
        `t27`.`games_last_7_days`,
        `t27`.`games_last_14_days`,
        `t27`.`back_to_backs_last_14_days`,
        DATE_DIFF(`t27`.`game_date`, `t27`.`last_game_date`, DAY) AS `days_rest`,
        CASE
          WHEN DATE_DIFF(`t27`.`game_date`, `t27`.`last_game_date`, DAY) < 4
          THEN `t27`.`last_arena`
          ELSE `t27`.`team_id`
        END AS `start`
      FROM (
        SELECT
          `t13`.`game_id`,
          `t13`.`game_date`,
          `t13`.`team_id`,
          `t13`.`home`,
          `t13`.`arena`,
          `t23`.`last_game_date`,
          `t23`.`last_team_id`,
          `t23`.`last_home`,
          `t23`.`last_arena`,
          `t23`.`last_back_to_back`,
          `t23`.`last_home_number`,
          `t23`.`last_number`,
          `t23`.`last_next_date`,
          `t26`.`for_game_id`,
          `t26`.`for_owner`,
          `t26`.`games_last_7_days`,
          `t26`.`games_last_14_days`,
          `t26`.`back_to_backs_last_14_days`
        FROM (
          SELECT
            `t7`.`game_id`,
            `t7`.`game_date`,
            `t7`.`team_id`,
            `t7`.`home`,
            CASE WHEN `t7`.`home` THEN `t7`.`team_id` ELSE `t7`.`opponent_id` END AS `arena`
          FROM `t6` AS `t7`
        ) AS `t13`
        LEFT OUTER JOIN (
          SELECT
            `t20`.`game_date` AS `last_game_date`,
            `t20`.`team_id` AS `last_team_id`,
            `t20`.`home` AS `last_home`,
            `t20`.`arena` AS `last_arena`,
            `t20`.`back_to_back` AS `last_back_to_back`,
            `t20`.`home_number` AS `last_home_number`,
            `t20`.`number` AS `last_number`,
            `t20`.`next_date` AS `last_next_date`
          FROM (
            SELECT
              `t18`.`game_date`,
              `t18`.`team_id`,
              `t18`.`home`,
              `t18`.`arena`,
              `t18`.`back_to_back`,
              `t18`.`home_number`,
              ROW_NUMBER() OVER (PARTITION BY `t18`.`team_id` ORDER BY `t18`.`game_date` ASC) - 1 AS `number`,
              LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`team_id` ORDER BY `t18`.`game_date` ASC) AS `next_date`
            FROM `t17` AS `t18`
          ) AS `t20`
        ) AS `t23`
          ON `t13`.`team_id` = `t23`.`last_team_id`
          AND `t13`.`game_date` > `t23`.`last_game_date`
          AND (
            (
              `t23`.`last_next_date` IS NULL
            )
            OR (
              `t13`.`game_date` <= `t23`.`last_next_date`
            )
          )
          AND DATE_DIFF(`t13`.`game_date`, `t23`.`last_game_date`, DAY) <= 365
        LEFT OUTER JOIN (
          SELECT
            `t24`.`for_game_id`,
            `t24`.`for_owner`,
            SUM(CAST(DATE_DIFF(`t24`.`for_date`, `t24`.`game_date`, DAY) <= 7 AS INT64)) AS `games_last_7_days`,
            COUNT(*) AS `games_last_14_days`,
            SUM(CAST(`t24`.`back_to_back` AS INT64)) AS `back_to_backs_last_14_days`
          FROM (
            SELECT
              `t21`.`for_game_id`,
              `t21`.`for_date`,
              `t21`.`for_owner`,
              `t21`.`game_date`,
              `t21`.`team_id`,
              `t21`.`home`,
              `t21`.`arena`,
              `t21`.`back_to_back`,
              `t21`.`home_number`
            FROM (
              SELECT
                `t10`.`for_game_id`,
                `t10`.`for_date`,
                `t10`.`for_owner`,
                `t10`.`for_same`,
                `t19`.`game_date`,
                `t19`.`team_id`,
                `t19`.`home`,
                `t19`.`arena`,
                `t19`.`back_to_back`,
                `t19`.`home_number`
              FROM (
                SELECT
                  `t7`.`game_id` AS `for_game_id`,
                  `t7`.`game_date` AS `for_date`,
                  `t7`.`team_id` AS `for_owner`,
                  `t7`.`team_id` AS `for_same`
                FROM `t6` AS `t7`
              ) AS `t10`
              INNER JOIN `t17` AS `t19`
                ON `t10`.`for_owner` = `t19`.`team_id`
                AND `t10`.`for_same` = `t19`.`team_id`
                AND DATE_DIFF(`t10`.`for_date`, `t19`.`game_date`, DAY) >= 1
                AND DATE_DIFF(`t10`.`for_date`, `t19`.`game_date`, DAY) <= 14
            ) AS `t21`
          ) AS `t24`
          GROUP BY
            1,
            2
        ) AS `t26`
          ON `t13`.`game_id` = `t26`.`for_game_id` AND `t13`.`team_id` = `t26`.`for_owner`
      ) AS `t27`
    ) AS `t28`
  ) AS `t30`
    ON `t8`.`game_id` = `t30`.`game_id` AND `t8`.`team_id` = `t30`.`team_id`
)
SELECT
  `t37`.`game_id`,
  `t37`.`game_date`,
  `t37`.`team_id`,
  `t37`.`opponent_id`,
  `t37`.`season`,
  CASE
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '001'
    THEN 'preseason'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '002'
    THEN 'regular'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '004'
    THEN 'playoffs'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '005'
    THEN 'play_in'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '006'
    THEN 'cup_final'
    ELSE NULL
  END AS `season_phase`,
  CASE
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '001'
    THEN 'preseason'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '002'
    THEN 'regular'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '004'
    THEN 'playoffs'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '005'
    THEN 'play_in'
    WHEN SUBSTRING(`t37`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t37`.`game_id`)), 3) = '006'
    THEN 'cup_final'
    ELSE NULL
  END = 'playoffs' AS `is_playoff`,
  `t37`.`tip_at`,
  `t37`.`home`,
  `t37`.`days_rest`,
  COALESCE(`t37`.`days_rest` = 1, FALSE) AS `is_back_to_back`,
  `t37`.`opponent_days_rest`,
  CASE
    WHEN (
      `t37`.`days_rest` - `t37`.`opponent_days_rest`
    ) IS NOT NULL
    THEN CASE
      WHEN CASE
        WHEN (
          `t37`.`days_rest` - `t37`.`opponent_days_rest`
        ) IS NOT NULL
        THEN LEAST(`t37`.`days_rest` - `t37`.`opponent_days_rest`, 2)
        ELSE NULL
      END IS NOT NULL
      THEN GREATEST(
        CASE
          WHEN (
            `t37`.`days_rest` - `t37`.`opponent_days_rest`
          ) IS NOT NULL
          THEN LEAST(`t37`.`days_rest` - `t37`.`opponent_days_rest`, 2)
          ELSE NULL
        END,
        -2
      )
      ELSE NULL
    END
    ELSE NULL
  END AS `rest_advantage`,
  `t37`.`games_last_7_days`,
  `t37`.`games_last_14_days`,
  `t37`.`back_to_backs_last_14_days`,
  `t37`.`consecutive_road_games`,
  `t37`.`travel_kilometers`,
  `t37`.`time_zones_crossed`,
  CASE WHEN `t37`.`home` THEN `t37`.`home_spread` ELSE -(
    `t37`.`home_spread`
  ) END AS `spread`,
  CASE WHEN `t37`.`home` THEN `t37`.`home_spread` ELSE -(
    `t37`.`home_spread`
  ) END - CASE
    WHEN `t37`.`home`
    THEN `t37`.`home_spread_open`
    ELSE -(
      `t37`.`home_spread_open`
    )
  END AS `spread_move`,
  `t37`.`total`,
  `t37`.`total` - `t37`.`total_open` AS `total_move`,
  ieee_divide(`t37`.`total`, 2) - ieee_divide(
    CASE WHEN `t37`.`home` THEN `t37`.`home_spread` ELSE -(
      `t37`.`home_spread`
    ) END,
    2
  ) AS `implied_team_total`
FROM (
  SELECT
    `t36`.`game_id`,
    `t36`.`game_date`,
    `t36`.`season`,
    `t36`.`tip_at`,
    `t36`.`team_id`,
    `t36`.`team_name`,
    `t36`.`opponent_id`,
    `t36`.`home`,
    `t36`.`days_rest`,
    `t36`.`games_last_7_days`,
    `t36`.`games_last_14_days`,
    `t36`.`back_to_backs_last_14_days`,
    `t36`.`consecutive_road_games`,
    `t36`.`travel_kilometers`,
    `t36`.`time_zones_crossed`,
    `t35`.`opponent_days_rest`,
    `t3`.`game_id` AS `game_id_right`,
    `t3`.`home_spread`,
    `t3`.`home_spread_open`,
    `t3`.`total`,
    `t3`.`total_open`
  FROM (
    SELECT
      `t32`.`game_id`,
      `t32`.`game_date`,
      `t32`.`season`,
      `t32`.`tip_at`,
      `t32`.`team_id`,
      `t32`.`team_name`,
      `t32`.`opponent_id`,
      `t32`.`home`,
      `t32`.`days_rest`,
      `t32`.`games_last_7_days`,
      `t32`.`games_last_14_days`,
      `t32`.`back_to_backs_last_14_days`,
      `t32`.`consecutive_road_games`,
      `t32`.`travel_kilometers`,
      `t32`.`time_zones_crossed`
    FROM `t31` AS `t32`
  ) AS `t36`
  INNER JOIN (
    SELECT
      `t32`.`game_id`,
      `t32`.`team_id` AS `opponent_id`,
      `t32`.`days_rest` AS `opponent_days_rest`
    FROM `t31` AS `t32`
  ) AS `t35`
    ON `t36`.`game_id` = `t35`.`game_id` AND `t36`.`opponent_id` = `t35`.`opponent_id`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`home_spread`,
      `t0`.`home_spread_open`,
      `t0`.`total`,
      `t0`.`total_open`
    FROM `input_game_line` AS `t0`
  ) AS `t3`
    ON `t36`.`game_id` = `t3`.`game_id`
) AS `t37`
