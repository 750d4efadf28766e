-- rows 87a509e4fbee9f9f c6de106200856d9c
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
), `t14` AS (
  SELECT
    `t13`.`game_date`,
    `t13`.`team_id`,
    `t13`.`home`,
    `t13`.`arena`,
    `t13`.`number`,
    COALESCE(
      DATEDIFF(
        DAY,
        LAG(`t13`.`game_date`) OVER (PARTITION BY `t13`.`team_id` ORDER BY `t13`.`game_date` ASC NULLS LAST),
        `t13`.`game_date`
      ) = 1,
      FALSE
    ) AS `back_to_back`,
    COALESCE(
      MAX(CASE WHEN `t13`.`home` THEN `t13`.`number` ELSE NULL END) OVER (
        PARTITION BY `t13`.`team_id`
        ORDER BY `t13`.`game_date` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ),
      -1
    ) AS `home_number`
  FROM (
    SELECT
      `t12`.`game_date`,
      `t12`.`team_id`,
      `t12`.`home`,
      `t12`.`arena`,
      ROW_NUMBER() OVER (PARTITION BY `t12`.`team_id` ORDER BY `t12`.`game_date` ASC NULLS LAST) - 1 AS `number`
    FROM (
      SELECT
        `t7`.`game_date`,
        `t7`.`team_id`,
        `t7`.`home`,
        CASE WHEN `t7`.`home` THEN `t7`.`team_id` ELSE `t7`.`opponent_id` END AS `arena`
      FROM `t6` AS `t7`
    ) AS `t12`
  ) AS `t13`
), `t17` AS (
  SELECT
    `t15`.`game_date`,
    `t15`.`team_id`,
    `t15`.`home`,
    `t15`.`arena`,
    `t15`.`back_to_back`,
    `t15`.`home_number`
  FROM `t14` AS `t15`
), `t40` AS (
  SELECT
    `t8`.`game_id`,
    `t8`.`game_date`,
    `t8`.`season`,
    `t8`.`tip_at`,
    `t8`.`team_id`,
    `t8`.`team_name`,
    `t8`.`opponent_id`,
    `t8`.`home`,
    `t39`.`game_id` AS `game_id_right`,
    `t39`.`team_id` AS `team_id_right`,
    `t39`.`days_rest`,
    `t39`.`games_last_7_days`,
    `t39`.`games_last_14_days`,
    `t39`.`back_to_backs_last_14_days`,
    `t39`.`consecutive_road_games`,
    `t39`.`travel_kilometers`,
    `t39`.`time_zones_crossed`
  FROM `t6` AS `t8`
  LEFT OUTER JOIN (
    SELECT
      `t37`.`game_id`,
      `t37`.`team_id`,
      `t37`.`days_rest`,
      COALESCE(`t37`.`games_last_7_days`, 0) AS `games_last_7_days`,
      COALESCE(`t37`.`games_last_14_days`, 0) AS `games_last_14_days`,
      COALESCE(`t37`.`back_to_backs_last_14_days`, 0) AS `back_to_backs_last_14_days`,
      CASE
        WHEN `t37`.`home`
        THEN 0
        ELSE COALESCE(`t37`.`last_number` - `t37`.`last_home_number`, 0) + 1
      END AS `consecutive_road_games`,
      ASIN(
        SQRT(
          (
            POWER(
              SIN(
                (
                  (
                    CASE
                      WHEN `t37`.`arena` = 1610612737
                      THEN 33.757
                      WHEN `t37`.`arena` = 1610612738
                      THEN 42.366
                      WHEN `t37`.`arena` = 1610612739
                      THEN 41.497
                      WHEN `t37`.`arena` = 1610612740
                      THEN 29.949
                      WHEN `t37`.`arena` = 1610612741
                      THEN 41.881
                      WHEN `t37`.`arena` = 1610612742
                      THEN 32.79
                      WHEN `t37`.`arena` = 1610612743
                      THEN 39.749
                      WHEN `t37`.`arena` = 1610612744
                      THEN 37.768
                      WHEN `t37`.`arena` = 1610612745
                      THEN 29.751
                      WHEN `t37`.`arena` = 1610612746
                      THEN 33.945
                      WHEN `t37`.`arena` = 1610612747
                      THEN 34.043
                      WHEN `t37`.`arena` = 1610612748
                      THEN 25.781
                      WHEN `t37`.`arena` = 1610612749
                      THEN 43.045
                      WHEN `t37`.`arena` = 1610612750
                      THEN 44.98
                      WHEN `t37`.`arena` = 1610612751
                      THEN 40.683
                      WHEN `t37`.`arena` = 1610612752
                      THEN 40.751
                      WHEN `t37`.`arena` = 1610612753
                      THEN 28.539
                      WHEN `t37`.`arena` = 1610612754
                      THEN 39.764
                      WHEN `t37`.`arena` = 1610612755
                      THEN 39.901
                      WHEN `t37`.`arena` = 1610612756
                      THEN 33.446
                      WHEN `t37`.`arena` = 1610612757
                      THEN 45.532
                      WHEN `t37`.`arena` = 1610612758
                      THEN 38.58
                      WHEN `t37`.`arena` = 1610612759
                      THEN 29.427
                      WHEN `t37`.`arena` = 1610612760
                      THEN 35.463
                      WHEN `t37`.`arena` = 1610612761
                      THEN 43.643
                      WHEN `t37`.`arena` = 1610612762
                      THEN 40.768
                      WHEN `t37`.`arena` = 1610612763
                      THEN 35.138
                      WHEN `t37`.`arena` = 1610612764
                      THEN 38.898
                      WHEN `t37`.`arena` = 1610612765
                      THEN 42.341
                      WHEN `t37`.`arena` = 1610612766
                      THEN 35.225
                      ELSE NULL
                    END - CASE
                      WHEN `t37`.`start` = 1610612737
                      THEN 33.757
                      WHEN `t37`.`start` = 1610612738
                      THEN 42.366
                      WHEN `t37`.`start` = 1610612739
                      THEN 41.497
                      WHEN `t37`.`start` = 1610612740
                      THEN 29.949
                      WHEN `t37`.`start` = 1610612741
                      THEN 41.881
                      WHEN `t37`.`start` = 1610612742
                      THEN 32.79
                      WHEN `t37`.`start` = 1610612743
                      THEN 39.749
                      WHEN `t37`.`start` = 1610612744
                      THEN 37.768
                      WHEN `t37`.`start` = 1610612745
                      THEN 29.751
                      WHEN `t37`.`start` = 1610612746
                      THEN 33.945
                      WHEN `t37`.`start` = 1610612747
                      THEN 34.043
                      WHEN `t37`.`start` = 1610612748
                      THEN 25.781
                      WHEN `t37`.`start` = 1610612749
                      THEN 43.045
                      WHEN `t37`.`start` = 1610612750
                      THEN 44.98
                      WHEN `t37`.`start` = 1610612751
                      THEN 40.683
                      WHEN `t37`.`start` = 1610612752
                      THEN 40.751
                      WHEN `t37`.`start` = 1610612753
                      THEN 28.539
                      WHEN `t37`.`start` = 1610612754
                      THEN 39.764
                      WHEN `t37`.`start` = 1610612755
                      THEN 39.901
                      WHEN `t37`.`start` = 1610612756
                      THEN 33.446
                      WHEN `t37`.`start` = 1610612757
                      THEN 45.532
                      WHEN `t37`.`start` = 1610612758
                      THEN 38.58
                      WHEN `t37`.`start` = 1610612759
                      THEN 29.427
                      WHEN `t37`.`start` = 1610612760
                      THEN 35.463
                      WHEN `t37`.`start` = 1610612761
                      THEN 43.643
                      WHEN `t37`.`start` = 1610612762
                      THEN 40.768
                      WHEN `t37`.`start` = 1610612763
                      THEN 35.138
                      WHEN `t37`.`start` = 1610612764
                      THEN 38.898
                      WHEN `t37`.`start` = 1610612765
                      THEN 42.341
                      WHEN `t37`.`start` = 1610612766
                      THEN 35.225
                      ELSE NULL
                    END
                  ) * 0.017453292519943295
                ) / 2
              ),
              2
            )
          ) + (
            COS(
              CASE
                WHEN `t37`.`start` = 1610612737
                THEN 33.757
                WHEN `t37`.`start` = 1610612738
                THEN 42.366
                WHEN `t37`.`start` = 1610612739
                THEN 41.497
                WHEN `t37`.`start` = 1610612740
                THEN 29.949
                WHEN `t37`.`start` = 1610612741
                THEN 41.881
                WHEN `t37`.`start` = 1610612742
                THEN 32.79
                WHEN `t37`.`start` = 1610612743
                THEN 39.749
                WHEN `t37`.`start` = 1610612744
                THEN 37.768
                WHEN `t37`.`start` = 1610612745
                THEN 29.751
                WHEN `t37`.`start` = 1610612746
                THEN 33.945
                WHEN `t37`.`start` = 1610612747
                THEN 34.043
                WHEN `t37`.`start` = 1610612748
                THEN 25.781
                WHEN `t37`.`start` = 1610612749
                THEN 43.045
                WHEN `t37`.`start` = 1610612750
                THEN 44.98
                WHEN `t37`.`start` = 1610612751
                THEN 40.683
                WHEN `t37`.`start` = 1610612752
                THEN 40.751
                WHEN `t37`.`start` = 1610612753
                THEN 28.539
                WHEN `t37`.`start` = 1610612754
                THEN 39.764
                WHEN `t37`.`start` = 1610612755
                THEN 39.901
                WHEN `t37`.`start` = 1610612756
                THEN 33.446
                WHEN `t37`.`start` = 1610612757
                THEN 45.532
                WHEN `t37`.`start` = 1610612758
                THEN 38.58
                WHEN `t37`.`start` = 1610612759
                THEN 29.427
                WHEN `t37`.`start` = 1610612760
                THEN 35.463
                WHEN `t37`.`start` = 1610612761
                THEN 43.643
                WHEN `t37`.`start` = 1610612762
                THEN 40.768
                WHEN `t37`.`start` = 1610612763
                THEN 35.138
                WHEN `t37`.`start` = 1610612764
                THEN 38.898
                WHEN `t37`.`start` = 1610612765
                THEN 42.341
                WHEN `t37`.`start` = 1610612766
                THEN 35.225
                ELSE NULL
              END * 0.017453292519943295
            ) * COS(
              CASE
                WHEN `t37`.`arena` = 1610612737
                THEN 33.757
                WHEN `t37`.`arena` = 1610612738
                THEN 42.366
                WHEN `t37`.`arena` = 1610612739
                THEN 41.497
                WHEN `t37`.`arena` = 1610612740
                THEN 29.949
                WHEN `t37`.`arena` = 1610612741
                THEN 41.881
                WHEN `t37`.`arena` = 1610612742
                THEN 32.79
                WHEN `t37`.`arena` = 1610612743
                THEN 39.749
                WHEN `t37`.`arena` = 1610612744
                THEN 37.768
                WHEN `t37`.`arena` = 1610612745
                THEN 29.751
                WHEN `t37`.`arena` = 1610612746
                THEN 33.945
                WHEN `t37`.`arena` = 1610612747
                THEN 34.043
                WHEN `t37`.`arena` = 1610612748
                THEN 25.781
                WHEN `t37`.`arena` = 1610612749
                THEN 43.045
                WHEN `t37`.`arena` = 1610612750
                THEN 44.98
                WHEN `t37`.`arena` = 1610612751
                THEN 40.683
                WHEN `t37`.`arena` = 1610612752
                THEN 40.751
                WHEN `t37`.`arena` = 1610612753
                THEN 28.539
                WHEN `t37`.`arena` = 1610612754
                THEN 39.764
                WHEN `t37`.`arena` = 1610612755
                THEN 39.901
                WHEN `t37`.`arena` = 1610612756
                THEN 33.446
                WHEN `t37`.`arena` = 1610612757
                THEN 45.532
                WHEN `t37`.`arena` = 1610612758
                THEN 38.58
                WHEN `t37`.`arena` = 1610612759
                THEN 29.427
                WHEN `t37`.`arena` = 1610612760
                THEN 35.463
                WHEN `t37`.`arena` = 1610612761
                THEN 43.643
                WHEN `t37`.`arena` = 1610612762
                THEN 40.768
                WHEN `t37`.`arena` = 1610612763
                THEN 35.138
                WHEN `t37`.`arena` = 1610612764
                THEN 38.898
                WHEN `t37`.`arena` = 1610612765
                THEN 42.341
                WHEN `t37`.`arena` = 1610612766
                THEN 35.225
                ELSE NULL
              END * 0.017453292519943295
            ) * (
              POWER(
                SIN(
                  (
                    (
                      CASE
                        WHEN `t37`.`arena` = 1610612737
                        THEN -84.396
                        WHEN `t37`.`arena` = 1610612738
                        THEN -71.062
                        WHEN `t37`.`arena` = 1610612739
                        THEN -81.688
                        WHEN `t37`.`arena` = 1610612740
                        THEN -90.082
                        WHEN `t37`.`arena` = 1610612741
                        THEN -87.674
                        WHEN `t37`.`arena` = 1610612742
                        THEN -96.81
                        WHEN `t37`.`arena` = 1610612743
                        THEN -105.008
                        WHEN `t37`.`arena` = 1610612744
                        THEN -122.388
                        WHEN `t37`.`arena` = 1610612745
                        THEN -95.362
                        WHEN `t37`.`arena` = 1610612746
                        THEN -118.343
                        WHEN `t37`.`arena` = 1610612747
                        THEN -118.267
                        WHEN `t37`.`arena` = 1610612748
                        THEN -80.187
                        WHEN `t37`.`arena` = 1610612749
                        THEN -87.917
                        WHEN `t37`.`arena` = 1610612750
                        THEN -93.276
                        WHEN `t37`.`arena` = 1610612751
                        THEN -73.975
                        WHEN `t37`.`arena` = 1610612752
                        THEN -73.993
                        WHEN `t37`.`arena` = 1610612753
                        THEN -81.384
                        WHEN `t37`.`arena` = 1610612754
                        THEN -86.156
                        WHEN `t37`.`arena` = 1610612755
                        THEN -75.172
                        WHEN `t37`.`arena` = 1610612756
                        THEN -112.071
                        WHEN `t37`.`arena` = 1610612757
                        THEN -122.667
                        WHEN `t37`.`arena` = 1610612758
                        THEN -121.5
                        WHEN `t37`.`arena` = 1610612759
                        THEN -98.438
                        WHEN `t37`.`arena` = 1610612760
                        THEN -97.515
                        WHEN `t37`.`arena` = 1610612761
                        THEN -79.379
                        WHEN `t37`.`arena` = 1610612762
                        THEN -111.901
                        WHEN `t37`.`arena` = 1610612763
                        THEN -90.051
                        WHEN `t37`.`arena` = 1610612764
                        THEN -77.021
                        WHEN `t37`.`arena` = 1610612765
                        THEN -83.055
                        WHEN `t37`.`arena` = 1610612766
                        THEN -80.839
                        ELSE NULL
                      END - CASE
                        WHEN `t37`.`start` = 1610612737
                        THEN -84.396
                        WHEN `t37`.`start` = 1610612738
                        THEN -71.062
                        WHEN `t37`.`start` = 1610612739
                        THEN -81.688
                        WHEN `t37`.`start` = 1610612740
                        THEN -90.082
                        WHEN `t37`.`start` = 1610612741
                        THEN -87.674
                        WHEN `t37`.`start` = 1610612742
                        THEN -96.81
                        WHEN `t37`.`start` = 1610612743
                        THEN -105.008
                        WHEN `t37`.`start` = 1610612744
                        THEN -122.388
                        WHEN `t37`.`start` = 1610612745
                        THEN -95.362
                        WHEN `t37`.`start` = 1610612746
                        THEN -118.343
                        WHEN `t37`.`start` = 1610612747
                        THEN -118.267
                        WHEN `t37`.`start` = 1610612748
                        THEN -80.187
                        WHEN `t37`.`start` = 1610612749
                        THEN -87.917
                        WHEN `t37`.`start` = 1610612750
                        THEN -93.276
                        WHEN `t37`.`start` = 1610612751
                        THEN -73.975
                        WHEN `t37`.`start` = 1610612752
                        THEN -73.993
                        WHEN `t37`.`start` = 1610612753
                        THEN -81.384
                        WHEN `t37`.`start` = 1610612754
                        THEN -86.156
                        WHEN `t37`.`start` = 1610612755
                        THEN -75.172
                        WHEN `t37`.`start` = 1610612756
                        THEN -112.071
                        WHEN `t37`.`start` = 1610612757
                        THEN -122.667
                        WHEN `t37`.`start` = 1610612758
                        THEN -121.5
                        WHEN `t37`.`start` = 1610612759
                        THEN -98.438
                        WHEN `t37`.`start` = 1610612760
                        THEN -97.515
                        WHEN `t37`.`start` = 1610612761
                        THEN -79.379
                        WHEN `t37`.`start` = 1610612762
                        THEN -111.901
                        WHEN `t37`.`start` = 1610612763
                        THEN -90.051
                        WHEN `t37`.`start` = 1610612764
                        THEN -77.021
                        WHEN `t37`.`start` = 1610612765
                        THEN -83.055
                        WHEN `t37`.`start` = 1610612766
                        THEN -80.839
                        ELSE NULL
                      END
                    ) * 0.017453292519943295
                  ) / 2
                ),
                2
              )
            )
          )
        )
      ) * 12742.0176 AS `travel_kilometers`,
      ABS(
        CASE
          WHEN `t37`.`start` = 1610612737
          THEN -5
          WHEN `t37`.`start` = 1610612738
          THEN -5
          WHEN `t37`.`start` = 1610612739
          THEN -5
          WHEN `t37`.`start` = 1610612740
          THEN -6
          WHEN `t37`.`start` = 1610612741
          THEN -6
          WHEN `t37`.`start` = 1610612742
          THEN -6
          WHEN `t37`.`start` = 1610612743
          THEN -7
          WHEN `t37`.`start` = 1610612744
          THEN -8
          WHEN `t37`.`start` = 1610612745
          THEN -6
          WHEN `t37`.`start` = 1610612746
          THEN -8
          WHEN `t37`.`start` = 1610612747
          THEN -8
          WHEN `t37`.`start` = 1610612748
          THEN -5
          WHEN `t37`.`start` = 1610612749
          THEN -6
          WHEN `t37`.`start` = 1610612750
          THEN -6
          WHEN `t37`.`start` = 1610612751
          THEN -5
          WHEN `t37`.`start` = 1610612752
          THEN -5
          WHEN `t37`.`start` = 1610612753
          THEN -5
          WHEN `t37`.`start` = 1610612754
          THEN -5
          WHEN `t37`.`start` = 1610612755
          THEN -5
          WHEN `t37`.`start` = 1610612756
          THEN -7
          WHEN `t37`.`start` = 1610612757
          THEN -8
          WHEN `t37`.`start` = 1610612758
          THEN -8
          WHEN `t37`.`start` = 1610612759
          THEN -6
          WHEN `t37`.`start` = 1610612760
          THEN -6
          WHEN `t37`.`start` = 1610612761
          THEN -5
          WHEN `t37`.`start` = 1610612762
          THEN -7
          WHEN `t37`.`start` = 1610612763
          THEN -6
          WHEN `t37`.`start` = 1610612764
          THEN -5
          WHEN `t37`.`start` = 1610612765
          THEN -5
          WHEN `t37`.`start` = 1610612766
          THEN -5
          ELSE NULL
        END - CASE
          WHEN `t37`.`arena` = 1610612737
          THEN -5
          WHEN `t37`.`arena` = 1610612738
          THEN -5
          WHEN `t37`.`arena` = 1610612739
          THEN -5
          WHEN `t37`.`arena` = 1610612740
          THEN -6
          WHEN `t37`.`arena` = 1610612741
          THEN -6
          WHEN `t37`.`arena` = 1610612742
          THEN -6
          WHEN `t37`.`arena` = 1610612743
          THEN -7
          WHEN `t37`.`arena` = 1610612744
          THEN -8
          WHEN `t37`.`arena` = 1610612745
          THEN -6
          WHEN `t37`.`arena` = 1610612746
          THEN -8
          WHEN `t37`.`arena` = 1610612747
          THEN -8
          WHEN `t37`.`arena` = 1610612748
          THEN -5
          WHEN `t37`.`arena` = 1610612749
          THEN -6
          WHEN `t37`.`arena` = 1610612750
          THEN -6
          WHEN `t37`.`arena` = 1610612751
          THEN -5
          WHEN `t37`.`arena` = 1610612752
          THEN -5
          WHEN `t37`.`arena` = 1610612753
          THEN -5
          WHEN `t37`.`arena` = 1610612754
          THEN -5
          WHEN `t37`.`arena` = 1610612755
          THEN -5
          WHEN `t37`.`arena` = 1610612756
          THEN -7
          WHEN `t37`.`arena` = 1610612757
          THEN -8
          WHEN `t37`.`arena` = 1610612758
          THEN -8
          WHEN `t37`.`arena` = 1610612759
          THEN -6
          WHEN `t37`.`arena` = 1610612760
          THEN -6
          WHEN `t37`.`arena` = 1610612761
          THEN -5
          WHEN `t37`.`arena` = 1610612762
          THEN -7
          WHEN `t37`.`arena` = 1610612763
          THEN -6
          WHEN `t37`.`arena` = 1610612764
          THEN -5
          WHEN `t37`.`arena` = 1610612765
          THEN -5
          WHEN `t37`.`arena` = 1610612766
          THEN -5
          ELSE NULL
        END
      ) AS `time_zones_crossed`
    FROM (
      SELECT
        `t36`.`game_id`,
        `t36`.`game_date`,
        `t36`.`team_id`,
        `t36`.`home`,
        `t36`.`arena`,
        `t36`.`too_old`,
        `t36`.`last_game_date`,
        `t36`.`last_team_id`,
        `t36`.`last_home`,
        `t36`.`last_arena`,
        `t36`.`last_back_to_back`,
        `t36`.`last_home_number`,
        `t36`.`last_number`,
        `t36`.`for_game_id`,
        `t36`.`for_owner`,
        `t36`.`games_last_7_days`,
        `t36`.`games_last_14_days`,
        `t36`.`back_to_backs_last_14_days`,
        DATEDIFF(DAY, `t36`.`last_game_date`, `t36`.`game_date`) AS `days_rest`,
        CASE
          WHEN DATEDIFF(DAY, `t36`.`last_game_date`, `t36`.`game_date`) < 4
          THEN `t36`.`last_arena`
          ELSE `t36`.`team_id`
        END AS `start`
      FROM (
        SELECT
          `t35`.`game_id`,
          `t35`.`game_date`,
          `t35`.`team_id`,
          `t35`.`home`,
          `t35`.`arena`,
          `t35`.`too_old`,
          `t35`.`last_game_date`,
          `t35`.`last_team_id`,
          `t35`.`last_home`,
          `t35`.`last_arena`,
          `t35`.`last_back_to_back`,
          `t35`.`last_home_number`,
          `t35`.`last_number`,
          `t32`.`for_game_id`,
          `t32`.`for_owner`,
          `t32`.`games_last_7_days`,
          `t32`.`games_last_14_days`,
          `t32`.`back_to_backs_last_14_days`
        FROM (
          SELECT
            `t33`.`game_id`,
            `t33`.`game_date`,
            `t33`.`team_id`,
            `t33`.`home`,
            `t33`.`arena`,
            `t33`.`too_old`,
            `t33`.`last_game_date`,
            `t33`.`last_team_id`,
            `t33`.`last_home`,
            `t33`.`last_arena`,
            `t33`.`last_back_to_back`,
            `t33`.`last_home_number`,
            `t33`.`last_number`
          FROM (
            SELECT
              `t30`.`game_id`,
              `t30`.`game_date`,
              `t30`.`team_id`,
              `t30`.`home`,
              `t30`.`arena`,
              `t30`.`entered`,
              `t30`.`too_old`,
              `t27`.`last_game_date`,
              `t27`.`last_team_id`,
              `t27`.`last_home`,
              `t27`.`last_arena`,
              `t27`.`last_back_to_back`,
              `t27`.`last_home_number`,
              `t27`.`last_number`
            FROM (
              SELECT
                `t28`.`game_id`,
                `t28`.`game_date`,
                `t28`.`team_id`,
                `t28`.`home`,
                `t28`.`arena`,
                `t28`.`entered`,
                `t28`.`too_old`
              FROM (
                SELECT
                  `t22`.`game_id`,
                  `t22`.`game_date`,
                  `t22`.`team_id`,
                  `t22`.`home`,
                  `t22`.`arena`,
                  `t22`.`event`,
                  CAST(SUM(CAST(`t22`.`event` = 1 AS INT)) OVER (
                    PARTITION BY `t22`.`team_id`
                    ORDER BY `t22`.`game_date` ASC NULLS LAST, `t22`.`event` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS BIGINT) AS `entered`,
                  CAST(SUM(CAST(`t22`.`event` = 2 AS INT)) OVER (
                    PARTITION BY `t22`.`team_id`
                    ORDER BY `t22`.`game_date` ASC NULLS LAST, `t22`.`event` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS BIGINT) AS `too_old`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      CAST(NULL AS STRING) AS `game_id`,
                      CAST(CAST(`t15`.`game_date` - INTERVAL '-365' DAY AS TIMESTAMP) AS DATE) AS `game_date`,
                      `t15`.`team_id`,
                      CAST(NULL AS BOOLEAN) AS `home`,
                      CAST(NULL AS BIGINT) AS `arena`,
                      2 AS `event`
                    FROM `t14` AS `t15`
                  ) AS `t21`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t7`.`game_id`,
                        `t7`.`game_date`,
                        `t7`.`team_id`,
                        `t7`.`home`,
                        CASE WHEN `t7`.`home` THEN `t7`.`team_id` ELSE `t7`.`opponent_id` END AS `arena`,
                        0 AS `event`
                      FROM `t6` AS `t7`
                    ) AS `t11`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        CAST(NULL AS STRING) AS `game_id`,
                        `t15`.`game_date`,
                        `t15`.`team_id`,
                        CAST(NULL AS BOOLEAN) AS `home`,
                        CAST(NULL AS BIGINT) AS `arena`,
                        1 AS `event`
                      FROM `t14` AS `t15`
                    ) AS `t16`
                  ) AS `t18`
                ) AS `t22`
              ) AS `t28`
              WHERE
                `t28`.`event` = 0
            ) AS `t30`
            LEFT OUTER JOIN (
              SELECT
                `t23`.`game_date` AS `last_game_date`,
                `t23`.`team_id` AS `last_team_id`,
                `t23`.`home` AS `last_home`,
                `t23`.`arena` AS `last_arena`,
                `t23`.`back_to_back` AS `last_back_to_back`,
                `t23`.`home_number` AS `last_home_number`,
                `t23`.`number` AS `last_number`
              FROM (
                SELECT
                  `t19`.`game_date`,
                  `t19`.`team_id`,
                  `t19`.`home`,
                  `t19`.`arena`,
                  `t19`.`back_to_back`,
                  `t19`.`home_number`,
                  ROW_NUMBER() OVER (PARTITION BY `t19`.`team_id` ORDER BY `t19`.`game_date` ASC NULLS LAST) - 1 AS `number`
                FROM `t17` AS `t19`
              ) AS `t23`
            ) AS `t27`
              ON `t30`.`team_id` = `t27`.`last_team_id`
              AND CASE WHEN `t30`.`entered` > `t30`.`too_old` THEN `t30`.`entered` - 1 ELSE NULL END = `t27`.`last_number`
          ) AS `t33`
        ) AS `t35`
        LEFT OUTER JOIN (
          SELECT
            `t26`.`for_game_id`,
            `t26`.`for_owner`,
            SUM(CAST(DATEDIFF(DAY, `t26`.`game_date`, `t26`.`for_date`) <= 7 AS INT)) AS `games_last_7_days`,
            COUNT(*) AS `games_last_14_days`,
            SUM(CAST(`t26`.`back_to_back` AS INT)) AS `back_to_backs_last_14_days`
          FROM (
            SELECT
              `t24`.`for_game_id`,
              `t24`.`for_date`,
              `t24`.`for_owner`,
              `t24`.`game_date`,
              `t24`.`team_id`,
              `t24`.`home`,
              `t24`.`arena`,
              `t24`.`back_to_back`,
              `t24`.`home_number`
            FROM (
              SELECT
                `t10`.`for_game_id`,
                `t10`.`for_date`,
                `t10`.`for_owner`,
                `t10`.`for_same`,
                `t20`.`game_date`,
                `t20`.`team_id`,
                `t20`.`home`,
                `t20`.`arena`,
                `t20`.`back_to_back`,
                `t20`.`home_number`
              FROM (
                SELECT
                  `t7`.`game_id` AS `for_game_id`,
                  `t7`.`game_date` AS `for_date`,
                  `t7`.`team_id` AS `for_owner`,
                  `t7`.`team_id` AS `for_same`
                FROM `t6` AS `t7`
              ) AS `t10`
              INNER JOIN `t17` AS `t20`
                ON `t10`.`for_owner` = `t20`.`team_id`
                AND `t10`.`for_same` = `t20`.`team_id`
                AND DATEDIFF(DAY, `t20`.`game_date`, `t10`.`for_date`) >= 1
                AND DATEDIFF(DAY, `t20`.`game_date`, `t10`.`for_date`) <= 14
            ) AS `t24`
          ) AS `t26`
          GROUP BY
            1,
            2
        ) AS `t32`
          ON `t35`.`game_id` = `t32`.`for_game_id` AND `t35`.`team_id` = `t32`.`for_owner`
      ) AS `t36`
    ) AS `t37`
  ) AS `t39`
    ON `t8`.`game_id` = `t39`.`game_id` AND `t8`.`team_id` = `t39`.`team_id`
)
SELECT
  `t46`.`game_id`,
  `t46`.`game_date`,
  `t46`.`team_id`,
  `t46`.`opponent_id`,
  `t46`.`season`,
  CASE
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '001'
    THEN 'preseason'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '002'
    THEN 'regular'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '004'
    THEN 'playoffs'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '005'
    THEN 'play_in'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '006'
    THEN 'cup_final'
    ELSE NULL
  END AS `season_phase`,
  CASE
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '001'
    THEN 'preseason'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '002'
    THEN 'regular'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '004'
    THEN 'playoffs'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '005'
    THEN 'play_in'
    WHEN SUBSTRING(`t46`.`game_id`, IF((
      0 + 1
    ) >= 1, 0 + 1, 0 + 1 + LENGTH(`t46`.`game_id`)), 3) = '006'
    THEN 'cup_final'
    ELSE NULL
  END = 'playoffs' AS `is_playoff`,
  `t46`.`tip_at`,
  `t46`.`home`,
  `t46`.`days_rest`,
  COALESCE(`t46`.`days_rest` = 1, FALSE) AS `is_back_to_back`,
  `t46`.`opponent_days_rest`,
  CASE
    WHEN (
      `t46`.`days_rest` - `t46`.`opponent_days_rest`
    ) IS NOT NULL
    THEN CASE
      WHEN CASE
        WHEN (
          `t46`.`days_rest` - `t46`.`opponent_days_rest`
        ) IS NOT NULL
        THEN LEAST(`t46`.`days_rest` - `t46`.`opponent_days_rest`, 2)
        ELSE NULL
      END IS NOT NULL
      THEN GREATEST(
        CASE
          WHEN (
            `t46`.`days_rest` - `t46`.`opponent_days_rest`
          ) IS NOT NULL
          THEN LEAST(`t46`.`days_rest` - `t46`.`opponent_days_rest`, 2)
          ELSE NULL
        END,
        -2
      )
      ELSE NULL
    END
    ELSE NULL
  END AS `rest_advantage`,
  `t46`.`games_last_7_days`,
  `t46`.`games_last_14_days`,
  `t46`.`back_to_backs_last_14_days`,
  `t46`.`consecutive_road_games`,
  `t46`.`travel_kilometers`,
  `t46`.`time_zones_crossed`,
  CASE WHEN `t46`.`home` THEN `t46`.`home_spread` ELSE -(
    `t46`.`home_spread`
  ) END AS `spread`,
  CASE WHEN `t46`.`home` THEN `t46`.`home_spread` ELSE -(
    `t46`.`home_spread`
  ) END - CASE
    WHEN `t46`.`home`
    THEN `t46`.`home_spread_open`
    ELSE -(
      `t46`.`home_spread_open`
    )
  END AS `spread_move`,
  `t46`.`total`,
  `t46`.`total` - `t46`.`total_open` AS `total_move`,
  (
    `t46`.`total` / 2
  ) - (
    CASE WHEN `t46`.`home` THEN `t46`.`home_spread` ELSE -(
      `t46`.`home_spread`
    ) END / 2
  ) AS `implied_team_total`
FROM (
  SELECT
    `t45`.`game_id`,
    `t45`.`game_date`,
    `t45`.`season`,
    `t45`.`tip_at`,
    `t45`.`team_id`,
    `t45`.`team_name`,
    `t45`.`opponent_id`,
    `t45`.`home`,
    `t45`.`days_rest`,
    `t45`.`games_last_7_days`,
    `t45`.`games_last_14_days`,
    `t45`.`back_to_backs_last_14_days`,
    `t45`.`consecutive_road_games`,
    `t45`.`travel_kilometers`,
    `t45`.`time_zones_crossed`,
    `t44`.`opponent_days_rest`,
    `t3`.`game_id` AS `game_id_right`,
    `t3`.`home_spread`,
    `t3`.`home_spread_open`,
    `t3`.`total`,
    `t3`.`total_open`
  FROM (
    SELECT
      `t41`.`game_id`,
      `t41`.`game_date`,
      `t41`.`season`,
      `t41`.`tip_at`,
      `t41`.`team_id`,
      `t41`.`team_name`,
      `t41`.`opponent_id`,
      `t41`.`home`,
      `t41`.`days_rest`,
      `t41`.`games_last_7_days`,
      `t41`.`games_last_14_days`,
      `t41`.`back_to_backs_last_14_days`,
      `t41`.`consecutive_road_games`,
      `t41`.`travel_kilometers`,
      `t41`.`time_zones_crossed`
    FROM `t40` AS `t41`
  ) AS `t45`
  INNER JOIN (
    SELECT
      `t41`.`game_id`,
      `t41`.`team_id` AS `opponent_id`,
      `t41`.`days_rest` AS `opponent_days_rest`
    FROM `t40` AS `t41`
  ) AS `t44`
    ON `t45`.`game_id` = `t44`.`game_id` AND `t45`.`opponent_id` = `t44`.`opponent_id`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`home_spread`,
      `t0`.`home_spread_open`,
      `t0`.`total`,
      `t0`.`total_open`
    FROM `input_game_line` AS `t0`
  ) AS `t3`
    ON `t45`.`game_id` = `t3`.`game_id`
) AS `t46`
