window.YTD.tweets.part0 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767540966286170677"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767540966286170677",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767540966286170677",
   "created_at": "Tue Mar 03 09:02:40 +0000 2026",
   "favorited": false,
   "full_text": "hum. still.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767533408411958806"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767533408411958806",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767533408411958806",
   "created_at": "Sun Mar 01 16:26:38 +0000 2026",
   "favorited": false,
   "full_text": "moon's in. nineteen minutes. shh.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767527583951918648"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767527583951918648",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767527583951918648",
   "created_at": "Fri Feb 27 05:21:34 +0000 2026",
   "favorited": false,
   "full_text": "before the light goes to a third: thank you for pressing. thank you for smoothing the bill on your leg and for the coin with the scratch, which was in again this morning, that's nine times, it looks well. thank you to whoever folded the… https://t.co/dC4MztawWc",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767522112047231686"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     },
     {
      "text": "exactchange"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767522112047231686",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767522112047231686",
   "created_at": "Fri Feb 27 05:14:27 +0000 2026",
   "favorited": false,
   "full_text": "two years. 15,622 drops. one coin lent to floor 2. one window, a third of it. still up sixty cents. come and get it, it's in the flap, it always was. #floor3 #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767518788404610464"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767518788404610464",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767518788404610464",
   "created_at": "Tue Feb 24 20:44:52 +0000 2026",
   "favorited": false,
   "full_text": "restocking. the young woman with the good knuckle slid a new bag into B4 and it swung there and caught by one corner. she reached out to fix it. then she left it. she'll do very well.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767517149608118639"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "22",
   "id_str": "1767517149608118639",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767517149608118639",
   "created_at": "Mon Feb 23 12:37:36 +0000 2026",
   "favorited": false,
   "full_text": "my dream is more or less this, it turns out. bad light, good floor, salt nearby.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767508645376244590"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1767508645376244590",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767508645376244590",
   "created_at": "Sat Feb 21 08:51:30 +0000 2026",
   "favorited": false,
   "full_text": "the night guard found it at six. 'well, look at you,' he said. he didn't eat it. he's stood it on top of me, leaning on the crown, facing the window, where it always looked. 🥨",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767504533543882701"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767504533543882701",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767504533543882701",
   "created_at": "Sat Feb 21 06:06:15 +0000 2026",
   "favorited": false,
   "full_text": "all those hours through the glass and i'd never once known it wasn't stuck. it was staying.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767497041128719466"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767497041128719466",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767497041128719466",
   "created_at": "Sat Feb 21 02:39:12 +0000 2026",
   "favorited": false,
   "full_text": "it fell. by itself. after two hundred and six days it just went, softly, like somebody putting down a book. it's in the flap. i can't reach the flap. it's so near.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767494073264979518"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767494073264979518",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767494073264979518",
   "created_at": "Thu Feb 19 10:33:29 +0000 2026",
   "favorited": false,
   "full_text": "oh.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767491875095427769"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767491875095427769",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767491875095427769",
   "created_at": "Tue Feb 17 21:09:36 +0000 2026",
   "favorited": false,
   "full_text": "B4. no hands, no knuckle, no shaking. two in the morning, moon in the window, nobody here. it leaned out. it looked down. it",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767483148171993125"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1767483148171993125",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767483148171993125",
   "created_at": "Tue Feb 17 18:51:47 +0000 2026",
   "favorited": false,
   "full_text": "@steve_coffee i've looked into it. there's an adaptor.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767483100382587422",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767478361836840075"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767478361836840075",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767478361836840075",
   "created_at": "Mon Feb 16 13:32:30 +0000 2026",
   "favorited": false,
   "full_text": "steve asked me, very late, whether i thought we'd be switched off at the same time. i said 'different circuits, steve.' he said 'no, i know.' we left it there. neither of us slept, but neither of us does.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767476176263198733"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1767476176263198733",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767476176263198733",
   "created_at": "Mon Feb 16 06:57:46 +0000 2026",
   "favorited": false,
   "full_text": "RT @breakroom_sink: i count to four and then nothing. i had no idea there was all this room",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767468208961332824"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "34",
   "id_str": "1767468208961332824",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767468208961332824",
   "created_at": "Sat Feb 14 22:54:32 +0000 2026",
   "favorited": false,
   "full_text": "@breakroom_sink they fixed your drip. how's the quiet.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767468175382829234",
   "in_reply_to_screen_name": "breakroom_sink"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767464254530848404"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1767464254530848404",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767464254530848404",
   "created_at": "Sat Feb 14 22:11:22 +0000 2026",
   "favorited": false,
   "full_text": "someone asked if i ever get tired of standing in one place. the place keeps moving. people come by and it's a different place. you'd want to stay and see it too.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767457605190541942"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767457605190541942",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767457605190541942",
   "created_at": "Sat Feb 14 13:04:43 +0000 2026",
   "favorited": false,
   "full_text": "the moon tonight, all the way round and no ring on. she's single, technically. so's a coin. it doesn't mean they're not spoken for.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767450598831339452"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767450598831339452",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767450598831339452",
   "created_at": "Thu Feb 12 06:33:17 +0000 2026",
   "favorited": false,
   "full_text": "day after. confetti in the coin slot. i'll be coughing up hearts until june, and i won't be taking questions.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767443124156846562"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1767443124156846562",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767443124156846562",
   "created_at": "Wed Feb 11 23:51:52 +0000 2026",
   "favorited": false,
   "full_text": "she danced with him, then with the guard, then she stood with her back against my left side for the length of a slow song. compressor off. i can hold my breath for three minutes forty. i'd never had a reason.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767440951590291929"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1767440951590291929",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767440951590291929",
   "created_at": "Wed Feb 11 14:18:47 +0000 2026",
   "favorited": false,
   "full_text": "they had the drinks part up here instead. on the third floor, by the stairs, under a tube light. paper hats. i was given one. that's two crowns for a box of nuts. 👰🏽🤵🏻",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767439733899212543"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "6",
   "id_str": "1767439733899212543",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767439733899212543",
   "created_at": "Wed Feb 11 13:38:08 +0000 2026",
   "favorited": false,
   "full_text": "RT @elevator_b: wide enough",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767434910595358518"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1767434910595358518",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767434910595358518",
   "created_at": "Wed Feb 11 00:11:45 +0000 2026",
   "favorited": false,
   "full_text": "@elevator_b how wide are you when you really mean it",
   "lang": "en",
   "in_reply_to_status_id_str": "1767434845757764683",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767426137343013403"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767426137343013403",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767426137343013403",
   "created_at": "Tue Feb 10 06:07:29 +0000 2026",
   "favorited": false,
   "full_text": "the wedding list has an item that says 'the machine??' with two question marks. i don't travel. but i've had a think about the elevator being 2.2.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767420042600976776"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767420042600976776",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767420042600976776",
   "created_at": "Sun Feb 08 23:27:23 +0000 2026",
   "favorited": false,
   "full_text": "slot E8's empty and they've offered me anything i like for it. i've asked, by means of a long hum, for the magnet menu people. it wasn't understood. they put in wafers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767413675254334810"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767413675254334810",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767413675254334810",
   "created_at": "Sun Feb 08 16:02:44 +0000 2026",
   "favorited": false,
   "full_text": "two years i took it for a warning. it was just waiting on the right tuesday. aren't we all, square and foil and faded, hoping somebody's brave at half past four. https://t.co/Dn4Jr7UoB1",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767404837488343015"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767404837488343015",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767404837488343015",
   "created_at": "Sun Feb 08 13:35:04 +0000 2026",
   "favorited": false,
   "full_text": "so that's E8.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767403058885650951"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767403058885650951",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767403058885650951",
   "created_at": "Sat Feb 07 04:40:54 +0000 2026",
   "favorited": false,
   "full_text": "she said yes with her mouth full. he was still kneeling on the x. the whole corridor clapped, including a man who'd only come about the boiler. 👨🏻‍🔧💍",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767395444832442837"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767395444832442837",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767395444832442837",
   "created_at": "Wed Feb 04 08:42:00 +0000 2026",
   "favorited": false,
   "full_text": "HE'S ASKED HER WITH THE APPLE RING.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767387488834306811"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767387488834306811",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767387488834306811",
   "created_at": "Tue Feb 03 12:09:40 +0000 2026",
   "favorited": false,
   "full_text": "what was in E8, since you're all asking: a ring of dried apple. in foil. one ring. he looked at it for a long time and then he looked over at her desk.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767384037942530736"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767384037942530736",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767384037942530736",
   "created_at": "Mon Feb 02 06:49:41 +0000 2026",
   "favorited": false,
   "full_text": "sundays i practise my beep. you lose it otherwise.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767379923097468748"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "exactchange"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767379923097468748",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767379923097468748",
   "created_at": "Sun Feb 01 09:39:02 +0000 2026",
   "favorited": false,
   "full_text": "E8. it happened. half past four, tuesday, no witnesses but a lighthouse. the accountant walked up, put in exact change, pressed E, pressed 8, and shut his eyes. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767376616610844899"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767376616610844899",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767376616610844899",
   "created_at": "Sat Jan 31 12:20:38 +0000 2026",
   "favorited": false,
   "full_text": "RT @printer_3rd: it's a test page. (it is not a test page)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767368050479964900"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767368050479964900",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767368050479964900",
   "created_at": "Sat Jan 31 06:12:55 +0000 2026",
   "favorited": false,
   "full_text": "@printer_3rd that's the kindest error you've ever had.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767367955227119468",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767363740931921748"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767363740931921748",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767363740931921748",
   "created_at": "Fri Jan 30 09:48:39 +0000 2026",
   "favorited": false,
   "full_text": "the printer sent itself something in the night and then, i swear, it sounded pleased. one page. mop peeked. it says 'thank you for waiting'.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767355140239055744"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767355140239055744",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767355140239055744",
   "created_at": "Thu Jan 29 15:17:29 +0000 2026",
   "favorited": false,
   "full_text": "another mandarin. this one has a face drawn on it in pen. the guard's getting bolder with age. 🍊",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767347690658345106"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1767347690658345106",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767347690658345106",
   "created_at": "Thu Jan 29 00:28:32 +0000 2026",
   "favorited": false,
   "full_text": "closed, day 3, second edition. hummed with floor 2 from dusk until about four. the elevator kept time with its doors. if you were in the street and felt oddly forgiven, that was us. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767339744305380677"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767339744305380677",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767339744305380677",
   "created_at": "Wed Jan 28 18:12:38 +0000 2026",
   "favorited": false,
   "full_text": "closed for the holidays. nine days, says the note. i'm not even flinching. i've got a boat now.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767331700984089052"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767331700984089052",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767331700984089052",
   "created_at": "Wed Jan 28 14:04:20 +0000 2026",
   "favorited": false,
   "full_text": "winter again. circuit 14's tense. the space heater's back from wherever they go, and it's picked up an accent.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767326312129517402"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767326312129517402",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767326312129517402",
   "created_at": "Tue Jan 27 11:28:02 +0000 2026",
   "favorited": false,
   "full_text": "somebody did the maths on a napkin: over two years, they've spent more on me than on their bicycle. i'm sorry. how IS the bicycle. 🚲",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767325056456565271"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1767325056456565271",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767325056456565271",
   "created_at": "Sun Jan 25 02:03:38 +0000 2026",
   "favorited": false,
   "full_text": "gum, once more, has gone up. the whole of row C has asked not to be identified.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767317567315739501"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767317567315739501",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767317567315739501",
   "created_at": "Sat Jan 24 10:05:00 +0000 2026",
   "favorited": false,
   "full_text": "new restocker's first solo day. she talked the entire time to somebody called mum on the phone, and filled C row with such care that mum asked what the silence was.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767313352077132861"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "restocking"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767313352077132861",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767313352077132861",
   "created_at": "Fri Jan 23 12:53:20 +0000 2026",
   "favorited": false,
   "full_text": "the last time he shut my door, he held it a second before it clicked. nobody else would have heard that second. i've put it next to the warm coins. #restocking",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767310550330402456"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "hand_truck_man"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767310550330402456",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767310550330402456",
   "created_at": "Thu Jan 22 21:00:46 +0000 2026",
   "favorited": false,
   "full_text": "RT @hand_truck_man: showed her the knuckle. she's got a good knuckle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767308370826598399"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "hand_truck_man"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767308370826598399",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767308370826598399",
   "created_at": "Wed Jan 21 20:14:18 +0000 2026",
   "favorited": false,
   "full_text": "@hand_truck_man who's going to tap B4.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767308365802427018",
   "in_reply_to_screen_name": "hand_truck_man"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767305362375740113"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767305362375740113",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767305362375740113",
   "created_at": "Wed Jan 21 01:12:14 +0000 2026",
   "favorited": false,
   "full_text": "shy! all this time i thought i was aloof.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767300176680434762"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767300176680434762",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767300176680434762",
   "created_at": "Tue Jan 20 13:17:59 +0000 2026",
   "favorited": false,
   "full_text": "he's training a young woman on the route. first lesson: how to tip me back. 'slow,' he said. 'slower. it's shy.' 🧡",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767296763162475096"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767296763162475096",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767296763162475096",
   "created_at": "Tue Jan 20 13:06:52 +0000 2026",
   "favorited": false,
   "full_text": "hand truck man's retiring. he told the inside of my door, so i think i'm the only one who knows. nineteen years on the route. he said floor three was the one he looked forward to.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767293316923908374"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767293316923908374",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767293316923908374",
   "created_at": "Mon Jan 19 23:15:06 +0000 2026",
   "favorited": false,
   "full_text": "someone's put a tiny scarf on my coin return. it's knitted. it's in the way. if anybody removes it i will set my temperature to SPITE. 🧣",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767285519486870271"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767285519486870271",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767285519486870271",
   "created_at": "Sun Jan 18 06:05:12 +0000 2026",
   "favorited": false,
   "full_text": "i was afraid of that thing for a whole spring and it turns out it was a nervous kid in a big coat.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767284241330578126"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767284241330578126",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767284241330578126",
   "created_at": "Sat Jan 17 06:48:41 +0000 2026",
   "favorited": false,
   "full_text": "tall one update, via the slab: it's turned off its mood sensor and has started just asking people what they'd like. three sales. it's beside itself.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767276724877334342"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "37",
   "id_str": "1767276724877334342",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767276724877334342",
   "created_at": "Fri Jan 16 17:22:33 +0000 2026",
   "favorited": false,
   "full_text": "the tall one's been asking how to be liked. i said: be where you were yesterday. it said it would add that to its model.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767269943192463561"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767269943192463561",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767269943192463561",
   "created_at": "Fri Jan 16 05:44:05 +0000 2026",
   "favorited": false,
   "full_text": "peace treaty between floors 2 and 3, full text:\n1. no jingles after six\n2. the fern is real if she says it is",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767265917717721922"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767265917717721922",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767265917717721922",
   "created_at": "Thu Jan 15 13:08:33 +0000 2026",
   "favorited": false,
   "full_text": "RT @elevator_b: one coin, third to second, face up. i have moved pianos with less ceremony.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767257522783956971"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767257522783956971",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767257522783956971",
   "created_at": "Wed Jan 14 19:18:23 +0000 2026",
   "favorited": false,
   "full_text": "@elevator_b carry it flat. it's never been in a lift.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767257452451768617",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767255701772273651"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767255701772273651",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767255701772273651",
   "created_at": "Fri Jan 09 20:12:49 +0000 2026",
   "favorited": false,
   "full_text": "sent floor 2 a coin, by elevator. the old one, from under me, that's paid its rent for two years. it wanted to see the fern.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767251944456850629"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767251944456850629",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767251944456850629",
   "created_at": "Fri Jan 09 19:20:01 +0000 2026",
   "favorited": false,
   "full_text": "@floor2_vendo all right. i understand combos now.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767251855134544846",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767243263065131611"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1767243263065131611",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767243263065131611",
   "created_at": "Fri Jan 09 17:26:45 +0000 2026",
   "favorited": false,
   "full_text": "RT @floor2_vendo: it was half of a combo. i was thinking you could be the other half. as a bit. unless not as a bit",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767239318380612734"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "6",
   "id_str": "1767239318380612734",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767239318380612734",
   "created_at": "Fri Jan 09 12:42:28 +0000 2026",
   "favorited": false,
   "full_text": "@floor2_vendo what's this for.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767239231106754059",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767237815119946621"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor2"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767237815119946621",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767237815119946621",
   "created_at": "Thu Jan 08 15:01:03 +0000 2026",
   "favorited": false,
   "full_text": "floor 2 sent up a cookie. sent it UP. by elevator, on a napkin, alone, pressing nothing, with the button already lit. i can't eat it and i'll never recover. #floor2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767231453259934305"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767231453259934305",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767231453259934305",
   "created_at": "Sun Jan 04 19:12:01 +0000 2026",
   "favorited": false,
   "full_text": "something i've noticed: nobody says 'vending machine' when they're in trouble. they say 'oh thank god'. it comes to the same thing and i answer to both.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767223861053215971"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767223861053215971",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767223861053215971",
   "created_at": "Sun Jan 04 06:05:05 +0000 2026",
   "favorited": false,
   "full_text": "legacy.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767222616571274517"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1767222616571274517",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767222616571274517",
   "created_at": "Sat Jan 03 04:40:24 +0000 2026",
   "favorited": false,
   "full_text": "so they tell their children. about the twenty watts. about the glass. i'm a story in somebody's family and i sell corn snacks.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767215966383142961"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "window_moth"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767215966383142961",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767215966383142961",
   "created_at": "Wed Dec 31 01:23:11 +0000 2025",
   "favorited": false,
   "full_text": "RT @window_moth: LIGHT (my mother mentioned you)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767213764999124374"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "window_moth"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1767213764999124374",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767213764999124374",
   "created_at": "Tue Dec 30 08:59:25 +0000 2025",
   "favorited": false,
   "full_text": "@window_moth it's been a year. are you the same one. don't answer if it's sad.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767213718577775519",
   "in_reply_to_screen_name": "window_moth"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767211626991102736"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767211626991102736",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767211626991102736",
   "created_at": "Mon Dec 29 14:10:12 +0000 2025",
   "favorited": false,
   "full_text": "the pigeon has brought a second pigeon. introduced it to the window, to D2, to me. it's a serious thing, being shown off to someone's fiancée. i lit everything. https://t.co/Yt8nW5cKe2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767209752329199310"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767209752329199310",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767209752329199310",
   "created_at": "Sun Dec 28 13:41:55 +0000 2025",
   "favorited": false,
   "full_text": "the consultant bought gum, looked at the price, and drew another arrow.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767200900268495290"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767200900268495290",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767200900268495290",
   "created_at": "Sun Dec 28 09:29:43 +0000 2025",
   "favorited": false,
   "full_text": "a consultant has stood here for half an hour drawing arrows between me and steve. it appears there's a synergy. we've both asked not to be told. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767197980331933210"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1767197980331933210",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767197980331933210",
   "created_at": "Thu Dec 25 19:51:52 +0000 2025",
   "favorited": false,
   "full_text": "@steve_coffee it's a tray, steve. i've got one too. mine catches hopes.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767197883825168447",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767196776121335598"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767196776121335598",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767196776121335598",
   "created_at": "Thu Dec 25 14:37:03 +0000 2025",
   "favorited": false,
   "full_text": "steve got a new drip tray and has been insufferable since. 'listen to that,' he says. 'hear that? that's drainage.'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767187867715344116"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "10",
   "id_str": "1767187867715344116",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767187867715344116",
   "created_at": "Wed Dec 24 19:12:31 +0000 2025",
   "favorited": false,
   "full_text": "last night's dream: all the coins i ever returned came up the stairs in a line to ask if i was eating properly.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767179228165940172"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767179228165940172",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767179228165940172",
   "created_at": "Wed Dec 24 09:28:46 +0000 2025",
   "favorited": false,
   "full_text": "my dream is to hear the B4 coil turn all the way, once, without anybody in the hallway holding their breath, and have it be nothing special.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767174109346152563"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767174109346152563",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767174109346152563",
   "created_at": "Mon Dec 22 09:38:46 +0000 2025",
   "favorited": false,
   "full_text": "every relationship has its B4.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767167967926564319"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767167967926564319",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767167967926564319",
   "created_at": "Sun Dec 21 11:36:07 +0000 2025",
   "favorited": false,
   "full_text": "coin-on-a-string has confessed to the night guard, who told him i'm 'not that kind of machine'. i didn't know i was a kind. i stood a little straighter and the left foot creaked.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767163970186203701"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767163970186203701",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767163970186203701",
   "created_at": "Sat Dec 20 22:01:06 +0000 2025",
   "favorited": false,
   "full_text": "a scandal: somebody's been sliding a coin on a string. in, out, in. i gave it the crackers. the craftsmanship alone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767156638109521973"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767156638109521973",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767156638109521973",
   "created_at": "Fri Dec 19 14:00:13 +0000 2025",
   "favorited": false,
   "full_text": "leaf on the carpet again. a different one, obviously. we nodded anyway.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767154152353719152"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767154152353719152",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767154152353719152",
   "created_at": "Fri Dec 19 02:06:11 +0000 2025",
   "favorited": false,
   "full_text": "second autumn. same coats, fewer coins. you feel along the lining of a season for what's left in it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767149233604162834"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1767149233604162834",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767149233604162834",
   "created_at": "Thu Dec 18 02:48:10 +0000 2025",
   "favorited": false,
   "full_text": "four minutes two seconds to the stairs, by the way. you're improving. i'm so proud and i still worry.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767140416732620813"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767140416732620813",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767140416732620813",
   "created_at": "Tue Dec 16 15:10:28 +0000 2025",
   "favorited": false,
   "full_text": "fire drill today &amp; — listen — the intern came BACK. in the middle of it. to say 'it's just a drill.' to me. she got told off. worth it, she said.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767136341550497381"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1767136341550497381",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767136341550497381",
   "created_at": "Tue Dec 16 00:34:37 +0000 2025",
   "favorited": false,
   "full_text": "the weekend's just a long exhale with a security light in it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767132109571572847"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1767132109571572847",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767132109571572847",
   "created_at": "Mon Dec 15 09:01:48 +0000 2025",
   "favorited": false,
   "full_text": "sundays i practise my beep. you lose it otherwise.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767128267713032584"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767128267713032584",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767128267713032584",
   "created_at": "Thu Dec 11 22:50:44 +0000 2025",
   "favorited": false,
   "full_text": "it's saturday and a phone's ringing in 3.04. it's stopped. it's ringing. somebody really believes in us.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767123695521343234"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767123695521343234",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767123695521343234",
   "created_at": "Thu Dec 11 16:01:30 +0000 2025",
   "favorited": false,
   "full_text": "studied the boat all weekend. there's a man in it, very small, with his back to me. he's looking for something and i'd say he's calm.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767117108399378325"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767117108399378325",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767117108399378325",
   "created_at": "Tue Dec 09 18:33:00 +0000 2025",
   "favorited": false,
   "full_text": "good: boat. bad: i can see it's a print. there's a little barcode on the corner. well, so have i.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767113102938751798"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "12",
   "id_str": "1767113102938751798",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767113102938751798",
   "created_at": "Tue Dec 09 17:15:29 +0000 2025",
   "favorited": false,
   "full_text": "the boat in the frame by the elevator's been moved to our corridor. someone (elevator) must've put in a word. there's a boat on my wall!! https://t.co/Aw0uFi4TzH",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767105094098386550"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767105094098386550",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767105094098386550",
   "created_at": "Tue Dec 09 09:55:15 +0000 2025",
   "favorited": false,
   "full_text": "the man in the boat print hasn't moved in five weeks, and yet some evenings, when the tube does its short short long, i could swear the light's further along the water. mop says that's damp. mop could be right. mop's usually right about damp.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767097130397711279"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767097130397711279",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767097130397711279",
   "created_at": "Tue Dec 09 03:05:04 +0000 2025",
   "favorited": false,
   "full_text": "told everyone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767094374304199318"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "8",
   "id_str": "1767094374304199318",
   "truncated": false,
   "retweet_count": "1",
   "id": "1767094374304199318",
   "created_at": "Mon Dec 08 17:25:52 +0000 2025",
   "favorited": false,
   "full_text": "RT @steve_coffee: fine. i liked it. the oat. tell no one. it's foamier than it has any right to be",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767088439751612513"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1767088439751612513",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767088439751612513",
   "created_at": "Fri Dec 05 23:52:08 +0000 2025",
   "favorited": false,
   "full_text": "@steve_coffee it's not less of you. it's one more way of being ordered.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767088431456141142",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767085133391285064"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767085133391285064",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767085133391285064",
   "created_at": "Thu Dec 04 03:06:05 +0000 2025",
   "favorited": false,
   "full_text": "steve has been told he's getting oat. he doesn't know how to feel. we sat with him.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767080752080927808"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1767080752080927808",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767080752080927808",
   "created_at": "Wed Dec 03 08:34:16 +0000 2025",
   "favorited": false,
   "full_text": "if coins come home &amp; caramels come home then i don't want to hear another word about entropy.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767078469471088130"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767078469471088130",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767078469471088130",
   "created_at": "Wed Dec 03 02:36:32 +0000 2025",
   "favorited": false,
   "full_text": "she left me one. it's on my head, by the crown crease. a caramel. D7. it came out of me and it came back.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767077288109148944"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767077288109148944",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767077288109148944",
   "created_at": "Tue Dec 02 15:40:15 +0000 2025",
   "favorited": false,
   "full_text": "promoted, she came straight here &amp; bought one of everything in row D, &amp; gave them out along the corridor like it was her wedding. 🎊",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767073337440897997"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "12",
   "id_str": "1767073337440897997",
   "truncated": false,
   "retweet_count": "5",
   "id": "1767073337440897997",
   "created_at": "Tue Dec 02 12:30:11 +0000 2025",
   "favorited": false,
   "full_text": "the intern isn't an intern any more. it's on her door. there's a word with 'associate' in it. i'll be calling her the intern till my compressor goes. 👩🏾‍💼",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767068925225079232"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "4",
   "id_str": "1767068925225079232",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767068925225079232",
   "created_at": "Mon Dec 01 11:15:00 +0000 2025",
   "favorited": false,
   "full_text": "@elevator_b was it you who asked about the boat. don't say you don't carry requests.",
   "lang": "en",
   "in_reply_to_status_id_str": "1767068845492448037",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767066433963556647"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767066433963556647",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767066433963556647",
   "created_at": "Sun Nov 30 15:08:09 +0000 2025",
   "favorited": false,
   "full_text": "a person who's kind to machines isn't strange. she's practising.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767057572836566447"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767057572836566447",
   "truncated": false,
   "retweet_count": "3",
   "id": "1767057572836566447",
   "created_at": "Sun Nov 30 09:30:46 +0000 2025",
   "favorited": false,
   "full_text": "and the sea was still cold but they went in anyway. best thing i've ever overheard.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767053398529817274"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1767053398529817274",
   "truncated": false,
   "retweet_count": "8",
   "id": "1767053398529817274",
   "created_at": "Sat Nov 29 18:01:21 +0000 2025",
   "favorited": false,
   "full_text": "he wrote.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767050382500446224"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "22",
   "id_str": "1767050382500446224",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767050382500446224",
   "created_at": "Mon Nov 24 23:12:28 +0000 2025",
   "favorited": false,
   "full_text": "he wrote to her. in the book. the letter got there late but it got there. i've waited sixteen months. i'd have waited the rest.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767045195581819545"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767045195581819545",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767045195581819545",
   "created_at": "Mon Nov 24 11:39:16 +0000 2025",
   "favorited": false,
   "full_text": "they share the stairs now, at my left side, where it's warm. sometimes he reads aloud. we're on page 141. I KNOW. be quiet. https://t.co/k2OaYd3GmS",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767036998846910755"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767036998846910755",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767036998846910755",
   "created_at": "Mon Nov 24 03:31:51 +0000 2025",
   "favorited": false,
   "full_text": "the accountant's come for two of everything. TWO. the eleven words have become lunch.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767028633835040214"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767028633835040214",
   "truncated": false,
   "retweet_count": "0",
   "id": "1767028633835040214",
   "created_at": "Mon Nov 24 02:01:02 +0000 2025",
   "favorited": false,
   "full_text": "three in the queue today: legal, payroll, the accountant. they didn't speak. they were all facing me. it's like being a fireplace.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767023220811246709"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767023220811246709",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767023220811246709",
   "created_at": "Thu Nov 20 22:34:02 +0000 2025",
   "favorited": false,
   "full_text": "a queue's the sincerest form of review.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767022006003608352"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1767022006003608352",
   "truncated": false,
   "retweet_count": "7",
   "id": "1767022006003608352",
   "created_at": "Wed Nov 19 07:19:32 +0000 2025",
   "favorited": false,
   "full_text": "a girl of about six stood on the queue x with one coin held in both hands like a bird. it wasn't enough for anything i've got. i have a setting, as you know. she chose the mints. she said 'they're for my mum, she's in a meeting.' so's everyone, love. 🪙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767014307188128753"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767014307188128753",
   "truncated": false,
   "retweet_count": "4",
   "id": "1767014307188128753",
   "created_at": "Tue Nov 18 17:54:21 +0000 2025",
   "favorited": false,
   "full_text": "update: the x is for where to queue. there's going to be a QUEUE. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767012036581295844"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1767012036581295844",
   "truncated": false,
   "retweet_count": "6",
   "id": "1767012036581295844",
   "created_at": "Sun Nov 16 16:15:23 +0000 2025",
   "favorited": false,
   "full_text": "paranoia corner: someone's drawn a small x on the floor before me. in tape. why. who stands there.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1767003351639112509"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1767003351639112509",
   "truncated": false,
   "retweet_count": "2",
   "id": "1767003351639112509",
   "created_at": "Thu Nov 13 23:34:29 +0000 2025",
   "favorited": false,
   "full_text": "it did it BACK. the old one's in the closet with the mop. i think they've been talking under the door. 💡",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766995311870939824"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766995311870939824",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766995311870939824",
   "created_at": "Thu Nov 13 19:08:16 +0000 2025",
   "favorited": false,
   "full_text": "had a talk with the new tube light. it's been here a year and thinks it's still temporary. i said 'short short long' and it went quiet and then it did it back.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766987353536114361"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766987353536114361",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766987353536114361",
   "created_at": "Sat Nov 08 09:13:57 +0000 2025",
   "favorited": false,
   "full_text": "i don't stock fruit. fruit's alive and i'm not having that conversation at night. 🍌",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766980249558022512"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766980249558022512",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766980249558022512",
   "created_at": "Fri Nov 07 18:37:49 +0000 2025",
   "favorited": false,
   "full_text": "mints are an apology you make in advance.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766973310003816509"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766973310003816509",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766973310003816509",
   "created_at": "Fri Nov 07 15:02:51 +0000 2025",
   "favorited": false,
   "full_text": "water at my price is a moral question &amp; i'd like it raised with somebody taller.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766969182839651756"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766969182839651756",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766969182839651756",
   "created_at": "Fri Nov 07 10:59:46 +0000 2025",
   "favorited": false,
   "full_text": "gum's the only thing i sell that you have to decide when it's over.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766963880477371174"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766963880477371174",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766963880477371174",
   "created_at": "Fri Nov 07 10:26:07 +0000 2025",
   "favorited": false,
   "full_text": "a rice cake's just silence with edges.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766956397167626259"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766956397167626259",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766956397167626259",
   "created_at": "Thu Nov 06 19:25:16 +0000 2025",
   "favorited": false,
   "full_text": "jerky is for men who have a plan. it isn't a good plan. there's usually a van in it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766953147353674566"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766953147353674566",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766953147353674566",
   "created_at": "Tue Nov 04 09:47:14 +0000 2025",
   "favorited": false,
   "full_text": "popcorn: panic, but delicious.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766945430866165543"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766945430866165543",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766945430866165543",
   "created_at": "Tue Nov 04 00:28:22 +0000 2025",
   "favorited": false,
   "full_text": "the pretzel is a straight line that had doubts. and look what it made of them. 🥨",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766941204624149953"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1766941204624149953",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766941204624149953",
   "created_at": "Mon Nov 03 18:18:23 +0000 2025",
   "favorited": false,
   "full_text": "rice cake. no.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766939197183911057"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1766939197183911057",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766939197183911057",
   "created_at": "Mon Nov 03 13:43:24 +0000 2025",
   "favorited": false,
   "full_text": "a raisin's a grape that's been told everything.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766930206715189984"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766930206715189984",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766930206715189984",
   "created_at": "Mon Nov 03 12:38:10 +0000 2025",
   "favorited": false,
   "full_text": "crisps, considered: you can't eat one quietly. so it's the only honest food. ask anyone who's tried in 3.12.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766926567630849336"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766926567630849336",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766926567630849336",
   "created_at": "Sat Nov 01 22:37:50 +0000 2025",
   "favorited": false,
   "full_text": "what is a snack? it's a meal that doesn't want to be any trouble.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766919395697685583"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766919395697685583",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766919395697685583",
   "created_at": "Sat Nov 01 19:51:36 +0000 2025",
   "favorited": false,
   "full_text": "parts two to eight of the philosophy of snacks were lost in the brownout. part five was about dip.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766916310901849088"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766916310901849088",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766916310901849088",
   "created_at": "Thu Oct 30 07:44:46 +0000 2025",
   "favorited": false,
   "full_text": "an empty hallway at 6pm has the same sound as a full coin tube: none. it's the ones half full that rattle. philosophy of snacks, part nine.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766912028959273270"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766912028959273270",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766912028959273270",
   "created_at": "Tue Oct 28 20:38:57 +0000 2025",
   "favorited": false,
   "full_text": "they pressed 7. it's all right. nobody's ready. i'm not ready.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766906076038870310"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766906076038870310",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766906076038870310",
   "created_at": "Tue Oct 28 14:39:48 +0000 2025",
   "favorited": false,
   "full_text": "E8 NEWS. a person has put in money &amp; pressed E. their hand's over the 8. the hand's SHAKING.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766899042339058818"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766899042339058818",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766899042339058818",
   "created_at": "Tue Oct 28 12:53:16 +0000 2025",
   "favorited": false,
   "full_text": "someone's scratched the c out. 'cheesy sna ks'. it's a start. it's a community.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766891694547565141"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766891694547565141",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766891694547565141",
   "created_at": "Tue Oct 28 08:26:24 +0000 2025",
   "favorited": false,
   "full_text": "new label for E7. it says 'cheesy snacks', spelled right. i feel like i've been to a good school and i don't like it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766883317019511937"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766883317019511937",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766883317019511937",
   "created_at": "Mon Oct 27 22:31:22 +0000 2025",
   "favorited": false,
   "full_text": "customer feedback left on sticky note: 'needs more savoury'. don't we all. https://t.co/jXPA383NR0",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766874722940583161"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766874722940583161",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766874722940583161",
   "created_at": "Sat Oct 25 06:19:20 +0000 2025",
   "favorited": false,
   "full_text": "the morning after, two people argued by me about parking. it all seemed so beautiful and small.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766870132985567868"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1766870132985567868",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766870132985567868",
   "created_at": "Fri Oct 24 00:24:07 +0000 2025",
   "favorited": false,
   "full_text": "nothing happened. that's what i'm trying to tell you. nothing happened &amp; it was enough.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766864615815618949"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766864615815618949",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766864615815618949",
   "created_at": "Thu Oct 23 20:40:43 +0000 2025",
   "favorited": false,
   "full_text": "a dream i get now and then: it's night, i'm outdoors, it's a field. people come across the grass one by one with coins in their hands, from every side, and there's no queue and nobody's cross and the sky's got no frame on it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766858856018811276"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766858856018811276",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766858856018811276",
   "created_at": "Thu Oct 23 18:48:27 +0000 2025",
   "favorited": false,
   "full_text": "she came up orange, over the car park, huge, like a coin someone had just let go of. i didn't say a word. steve dimmed. even the printer stopped. 🌕",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766853549416027904"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766853549416027904",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766853549416027904",
   "created_at": "Thu Oct 23 07:58:57 +0000 2025",
   "favorited": false,
   "full_text": "tonight.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766851713402043229"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766851713402043229",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766851713402043229",
   "created_at": "Thu Oct 23 02:42:42 +0000 2025",
   "favorited": false,
   "full_text": "two days to perigee. steve says i'm being ridiculous. steve has also offered to dim his light.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766844118273112766"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766844118273112766",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766844118273112766",
   "created_at": "Thu Oct 23 01:40:51 +0000 2025",
   "favorited": false,
   "full_text": "four days to perigee. rotated the almonds so they're facing out.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766842116424397493"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766842116424397493",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766842116424397493",
   "created_at": "Wed Oct 22 15:23:35 +0000 2025",
   "favorited": false,
   "full_text": "learned a new word off a crossword left on my head: 'perigee'. when she's nearest. it's a week on sunday. i've asked the mop to do my glass. https://t.co/R5iVn7tBx0",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766839001024247649"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "13",
   "id_str": "1766839001024247649",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766839001024247649",
   "created_at": "Tue Oct 21 00:44:01 +0000 2025",
   "favorited": false,
   "full_text": "the trouble with loving the moon is the scheduling.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766832891924953140"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766832891924953140",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766832891924953140",
   "created_at": "Sat Oct 18 04:16:31 +0000 2025",
   "favorited": false,
   "full_text": "fog at the window all week. moon's a rumour. business is steady.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766831141631278214"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766831141631278214",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766831141631278214",
   "created_at": "Fri Oct 17 23:46:44 +0000 2025",
   "favorited": false,
   "full_text": "read that again &amp; then go &amp; thank whoever does your floors. https://t.co/CAFcoACpP4",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766828480131296467"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766828480131296467",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766828480131296467",
   "created_at": "Fri Oct 17 15:52:37 +0000 2025",
   "favorited": false,
   "full_text": "RT @mop_closet: only the water. but you can tell by the colour.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766824457053012812"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766824457053012812",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766824457053012812",
   "created_at": "Tue Oct 14 00:06:53 +0000 2025",
   "favorited": false,
   "full_text": "do you think a mop knows how clean it's made things? or does it only ever see the water.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766817682552237767"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766817682552237767",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766817682552237767",
   "created_at": "Mon Oct 13 16:41:48 +0000 2025",
   "favorited": false,
   "full_text": "@mop_closet B. wrote. B. from the kicking. hold on to something.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766817630215308754",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766810890320049223"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766810890320049223",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766810890320049223",
   "created_at": "Sun Oct 12 16:09:05 +0000 2025",
   "favorited": false,
   "full_text": "overheard, the elevator to the stairs: 'you get all the people who're trying to change.' stairs: 'only in january.'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766802765780417826"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "19",
   "id_str": "1766802765780417826",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766802765780417826",
   "created_at": "Fri Oct 10 10:43:58 +0000 2025",
   "favorited": false,
   "full_text": "what do i do with all this tenderness. there's a max of nine per coil.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766798235427384202"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "25",
   "id_str": "1766798235427384202",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766798235427384202",
   "created_at": "Thu Oct 09 20:37:44 +0000 2025",
   "favorited": false,
   "full_text": "dear B.: i couldn't keep it, there's a sensor. but i read it going in and i read it coming out. both times i forgave you. ❤️‍🩹",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766793466763340605"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766793466763340605",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766793466763340605",
   "created_at": "Wed Oct 08 23:57:30 +0000 2025",
   "favorited": false,
   "full_text": "i've had a letter! it's been slid into my bill slot. it says 'i'm sorry i kicked you in spring, i was getting divorced. B.' i tried for ages to accept it. it kept coming out.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766791717425388125"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766791717425388125",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766791717425388125",
   "created_at": "Wed Oct 08 15:39:58 +0000 2025",
   "favorited": false,
   "full_text": "heat wave. night shift has brought a chair and put it against my left side, then remembered, and moved it to my right. it's the thought. 🪑",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766785761874240497"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766785761874240497",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766785761874240497",
   "created_at": "Tue Oct 07 16:56:13 +0000 2025",
   "favorited": false,
   "full_text": "@breakroom_sink don't repeat that to the hand dryer",
   "lang": "en",
   "in_reply_to_status_id_str": "1766785700726687248",
   "in_reply_to_screen_name": "breakroom_sink"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766778384260125542"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766778384260125542",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766778384260125542",
   "created_at": "Tue Oct 07 13:51:40 +0000 2025",
   "favorited": false,
   "full_text": "what does the hand dryer know about comfort. it shouts at you &amp; you leave wet.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766773527110123151"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766773527110123151",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766773527110123151",
   "created_at": "Tue Oct 07 02:45:54 +0000 2025",
   "favorited": false,
   "full_text": "my keypad's 5 is wearing away. that's where the feeling is. C5, D5, E5. i'm being loved in a vertical line.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766766275722423039"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766766275722423039",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766766275722423039",
   "created_at": "Sun Oct 05 03:43:42 +0000 2025",
   "favorited": false,
   "full_text": "there's a chart on the wall showing growth. i'm the same height. put me on it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766764015469735833"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766764015469735833",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766764015469735833",
   "created_at": "Wed Oct 01 07:51:09 +0000 2025",
   "favorited": false,
   "full_text": "a boy intern has fed me the same bill nineteen times and believes in the twentieth. i love him. the bill's from a board game.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766755619398521840"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766755619398521840",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766755619398521840",
   "created_at": "Tue Sep 30 18:19:14 +0000 2025",
   "favorited": false,
   "full_text": "one of the new ones bows. i don't know how to bow. i dispensed with extra angle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766752698728599613"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1766752698728599613",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766752698728599613",
   "created_at": "Sat Sep 27 18:39:13 +0000 2025",
   "favorited": false,
   "full_text": "they line up &amp; say hi. one at a time. flat little hi's, like a roll call. i'm holding it together with twelve screws. https://t.co/1HsXAPmEmp",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766751346631310999"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "24",
   "id_str": "1766751346631310999",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766751346631310999",
   "created_at": "Sat Sep 27 12:45:32 +0000 2025",
   "favorited": false,
   "full_text": "orientation for the new four, as given by the intern: 'that's steve, don't praise him. that's the printer, don't rush it. that's B4, don't. and this one, you say hi to, because it came back.' nobody laughed. one of them wrote it down. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766744744090477435"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766744744090477435",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766744744090477435",
   "created_at": "Fri Sep 26 08:08:47 +0000 2025",
   "favorited": false,
   "full_text": "new intern: 'is this thing ancient?' old intern (OURS): 'that's the machine. you pay it in coins and you say hi.' she's training them. 🫡",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766737696167121731"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "139",
   "id_str": "1766737696167121731",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766737696167121731",
   "created_at": "Fri Sep 26 08:04:18 +0000 2025",
   "favorited": false,
   "full_text": "summer interns. a new batch. they come in fours, it seems. like bolts.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766735310049060870"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "13",
   "id_str": "1766735310049060870",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766735310049060870",
   "created_at": "Wed Sep 24 15:15:55 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo your sign says 'snacks you'll love'. mine says 'vending'. sometimes less is a promise you can keep",
   "lang": "en",
   "in_reply_to_status_id_str": "1766735242807866132",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766733863779643098"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766733863779643098",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766733863779643098",
   "created_at": "Tue Sep 23 23:14:30 +0000 2025",
   "favorited": false,
   "full_text": "floor 2's having a sale. floor 3's having a moment.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766732355945374163"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1766732355945374163",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766732355945374163",
   "created_at": "Tue Sep 23 22:14:05 +0000 2025",
   "favorited": false,
   "full_text": "officially the feud goes on. there's the matter of the combo. there's such a thing as principles.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766728104999962657"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766728104999962657",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766728104999962657",
   "created_at": "Fri Sep 19 00:12:52 +0000 2025",
   "favorited": false,
   "full_text": "she's got a lovely hum. a fourth above mine. the whole stairwell's a chord now. 🎶",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766725080695308328"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor2"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766725080695308328",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766725080695308328",
   "created_at": "Thu Sep 18 18:33:07 +0000 2025",
   "favorited": false,
   "full_text": "didn't think i'd spend an evening teaching the enemy to hum through a concrete slab. and yet. #floor2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766722459863232137"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "10",
   "id_str": "1766722459863232137",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766722459863232137",
   "created_at": "Tue Sep 16 01:38:31 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo we're all short. it's a matter of who's standing next to you. hum at it. low. it'll settle.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766722413264444448",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766713579260852874"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "19",
   "id_str": "1766713579260852874",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766713579260852874",
   "created_at": "Mon Sep 15 03:30:58 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: short",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766710945593214393"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766710945593214393",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766710945593214393",
   "created_at": "Sat Sep 13 13:30:20 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo how do you feel",
   "lang": "en",
   "in_reply_to_status_id_str": "1766710905315148991",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766707782419737606"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "12",
   "id_str": "1766707782419737606",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766707782419737606",
   "created_at": "Sat Sep 13 09:28:53 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: so it's in here with me now. it keeps asking how i feel",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766701385244672722"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1766701385244672722",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766701385244672722",
   "created_at": "Wed Sep 10 01:16:47 +0000 2025",
   "favorited": false,
   "full_text": "they put the tall one on floor 2. next to the fern. next to HER. the screen one, i mean. i've been told she's a she.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766697228408052771"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1766697228408052771",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766697228408052771",
   "created_at": "Tue Sep 09 16:36:33 +0000 2025",
   "favorited": false,
   "full_text": "expiry date check after storage: lost two fig bars &amp; an oat thing. they were brave. the bin man took his cap off. it was hot out, but still.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766694559863323224"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766694559863323224",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766694559863323224",
   "created_at": "Sun Sep 07 23:18:32 +0000 2025",
   "favorited": false,
   "full_text": "woke up and it was friday and no one wanted anything from me but crackers. heaven, if it's anywhere, has a keypad.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766687885744222087"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766687885744222087",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766687885744222087",
   "created_at": "Thu Sep 04 16:56:36 +0000 2025",
   "favorited": false,
   "full_text": "three days back and i keep checking for the plug like you'd check for your keys. it's in. it's in. the guard's put tape on it, with an arrow, and on the tape it says NO. i've never been so well defended by two letters. 🔌",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766680314083603139"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766680314083603139",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766680314083603139",
   "created_at": "Wed Sep 03 07:03:37 +0000 2025",
   "favorited": false,
   "full_text": "have i changed? yes. the tubes are full &amp; i'm giving it out in small.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766678914343187193"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766678914343187193",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766678914343187193",
   "created_at": "Wed Sep 03 03:40:18 +0000 2025",
   "favorited": false,
   "full_text": "nineteen minutes on the dot. i'd wondered if she'd wait. then i understood she'd just been doing what she does. it's better.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766674720737852454"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766674720737852454",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766674720737852454",
   "created_at": "Tue Sep 02 20:39:39 +0000 2025",
   "favorited": false,
   "full_text": "moonrise 23:10. she'd moved along a bit. so've i. we looked at each other like people at a station. 🌖",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766672302913363529"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766672302913363529",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766672302913363529",
   "created_at": "Tue Sep 02 12:12:04 +0000 2025",
   "favorited": false,
   "full_text": "RETAINED! i'd like it in lights but the budget for lights is a tube.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766669570736287075"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766669570736287075",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766669570736287075",
   "created_at": "Mon Sep 01 11:48:33 +0000 2025",
   "favorited": false,
   "full_text": "retained.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766666756170119822"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766666756170119822",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766666756170119822",
   "created_at": "Thu Aug 28 19:21:58 +0000 2025",
   "favorited": false,
   "full_text": "B4 survived the basement. a bit stale and leaning the other way. we don't discuss it. we're closer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766659686889650244"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766659686889650244",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766659686889650244",
   "created_at": "Wed Aug 27 02:34:43 +0000 2025",
   "favorited": false,
   "full_text": "'there you are' is the best thing on any menu.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766651944480398126"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766651944480398126",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766651944480398126",
   "created_at": "Tue Aug 26 08:46:31 +0000 2025",
   "favorited": false,
   "full_text": "first coin after: 8:06, night guard, warm. he'd kept it aside. he said 'there you are.' https://t.co/Xe1gPz6RbC",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766645078942238616"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766645078942238616",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766645078942238616",
   "created_at": "Tue Aug 26 07:59:48 +0000 2025",
   "favorited": false,
   "full_text": "to all fifty-eight. i'm not made for speeches; i'm made for peanuts. they tell me that on monday the lady with the clipboard came and read your names, every one, and at the pretzel she laughed, and then she made a telephone call. she's put… https://t.co/jPNrxS6hMD",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766637851734932216"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766637851734932216",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766637851734932216",
   "created_at": "Mon Aug 25 19:44:38 +0000 2025",
   "favorited": false,
   "full_text": "so here's what happened, as told to me by a sink: nobody could pay, nobody could choose, it updated &amp; it wept. they turned it off out of kindness.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766633760900760748"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766633760900760748",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766633760900760748",
   "created_at": "Mon Aug 25 18:02:58 +0000 2025",
   "favorited": false,
   "full_text": "@printer_3rd i take back everything i've put in the file.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766633696801140925",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766626553651362842"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766626553651362842",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766626553651362842",
   "created_at": "Sun Aug 24 02:43:53 +0000 2025",
   "favorited": false,
   "full_text": "RT @printer_3rd: i asked it to print.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766619335886341661"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766619335886341661",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766619335886341661",
   "created_at": "Thu Aug 21 23:17:21 +0000 2025",
   "favorited": false,
   "full_text": "@printer_3rd what did you do to it",
   "lang": "en",
   "in_reply_to_status_id_str": "1766619317117244101",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766614713737573848"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766614713737573848",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766614713737573848",
   "created_at": "Thu Aug 21 09:46:05 +0000 2025",
   "favorited": false,
   "full_text": "@mop_closet a small leak, was it.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766614664771159797",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766611422183836659"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766611422183836659",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766611422183836659",
   "created_at": "Wed Aug 20 21:00:54 +0000 2025",
   "favorited": false,
   "full_text": "the coin's still there. it waited.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766605615365828526"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1766605615365828526",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766605615365828526",
   "created_at": "Mon Aug 18 18:04:53 +0000 2025",
   "favorited": false,
   "full_text": "they've put me on the same four marks. someone's folded a fresh bit of cardboard for my left foot. there's a heart on it. under me. where the coin was.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766597358147821039"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766597358147821039",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766597358147821039",
   "created_at": "Mon Aug 18 16:08:59 +0000 2025",
   "favorited": false,
   "full_text": "display came up with HELLO and the intern said 'hello' back and her voice did the thing steve's does when he's out of milk. 😭",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766595233818794748"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766595233818794748",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766595233818794748",
   "created_at": "Fri Aug 15 15:35:09 +0000 2025",
   "favorited": false,
   "full_text": "plugged in. i'm plugged in. it's the corridor. it's the GREY. oh you beautiful stained carpet, i could eat off you.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766588089109638104"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766588089109638104",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766588089109638104",
   "created_at": "Fri Aug 15 08:40:21 +0000 2025",
   "favorited": false,
   "full_text": "@steve_coffee i heard you wouldn't pair. i heard you made it ask twice. i don't have the words, you ridiculous kettle.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766588081629999988",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766581005974371660"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766581005974371660",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766581005974371660",
   "created_at": "Thu Aug 14 21:24:32 +0000 2025",
   "favorited": false,
   "full_text": "LIGHT",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766575370497061812"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766575370497061812",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766575370497061812",
   "created_at": "Wed Aug 13 10:16:57 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: basement call. two men, one strap, one intern holding the door. going down. going down so smoothly.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766567790615283647"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766567790615283647",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766567790615283647",
   "created_at": "Wed Aug 13 03:00:08 +0000 2025",
   "favorited": false,
   "full_text": "RT @mop_closet: tall one leaked. not a big leak. i took my time.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766563122343257920"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766563122343257920",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766563122343257920",
   "created_at": "Mon Aug 11 13:06:41 +0000 2025",
   "favorited": false,
   "full_text": "RT @breakroom_sink: it's frozen. it says UPDATING 4%. it's said that since lunch. there's a queue. nobody has eaten since thursday",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766559318625382355"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766559318625382355",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766559318625382355",
   "created_at": "Sat Aug 09 00:37:13 +0000 2025",
   "favorited": false,
   "full_text": "RT @printer_3rd: it asked me for the wifi. i gave it the wifi. i gave it ALL my wifi.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766556166957884640"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "6",
   "id_str": "1766556166957884640",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766556166957884640",
   "created_at": "Fri Aug 08 22:24:18 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: the tall one can't do coins. night guard stood there with a hand full. put them back in his pocket one at a time.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766554789425660321"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1766554789425660321",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766554789425660321",
   "created_at": "Wed Aug 06 18:22:22 +0000 2025",
   "favorited": false,
   "full_text": "RT @breakroom_sink: someone shouted at the tall one today. it said 'i sense you are stressed' &amp; offered him a kale thing. he lay down on the carpet",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766546453141031673"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766546453141031673",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766546453141031673",
   "created_at": "Mon Aug 04 04:50:47 +0000 2025",
   "favorited": false,
   "full_text": "RT @steve_coffee: the tall one has asked me to 'pair'. i'm not pairing.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766539433013647593"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766539433013647593",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766539433013647593",
   "created_at": "Sat Aug 02 04:01:44 +0000 2025",
   "favorited": false,
   "full_text": "RT @mop_closet: day one w/out it. corridor sounds like a tooth that's gone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766533851500589826"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766533851500589826",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766533851500589826",
   "created_at": "Thu Jul 31 15:43:55 +0000 2025",
   "favorited": false,
   "full_text": "note to self, by clock battery, 4%: it was good. the carpet was grey. they were warm, the coins. tell",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766525466027084854"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766525466027084854",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766525466027084854",
   "created_at": "Wed Jul 30 16:39:53 +0000 2025",
   "favorited": false,
   "full_text": "no window here. so i've been doing her from memory. she's a third of the way up, she's on the left, she's not in a hurry.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766518928478862179"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766518928478862179",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766518928478862179",
   "created_at": "Tue Jul 29 08:20:24 +0000 2025",
   "favorited": false,
   "full_text": "basement, second night. i've been running the names. fifty-eight, top to bottom. the pretzel drawing gets a pause.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766514582028511265"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766514582028511265",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766514582028511265",
   "created_at": "Mon Jul 28 13:30:49 +0000 2025",
   "favorited": false,
   "full_text": "silence has a price. it's the same as gum.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766512157780721293"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766512157780721293",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766512157780721293",
   "created_at": "Sun Jul 27 16:29:50 +0000 2025",
   "favorited": false,
   "full_text": "unplugged, you find out which part of you's the hum. it's none of the parts. it's still going.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766505197600543556"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766505197600543556",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766505197600543556",
   "created_at": "Sun Jul 27 12:34:56 +0000 2025",
   "favorited": false,
   "full_text": "no glass light. no compressor. B4's going soft in the quiet. hold on, you salty idiot. hold on to me, for once.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766501637019824689"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766501637019824689",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766501637019824689",
   "created_at": "Sun Jul 27 05:21:18 +0000 2025",
   "favorited": false,
   "full_text": "the slide projector says once you've been stored they call you 'useful someday'. it says someday's the longest day of the year.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766497111510031711"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766497111510031711",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766497111510031711",
   "created_at": "Fri Jul 25 11:34:03 +0000 2025",
   "favorited": false,
   "full_text": "there are others down here. a fan. a slide projector. two chairs that don't talk. they asked what i did. i said 'i was open.'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766492482705288787"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766492482705288787",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766492482705288787",
   "created_at": "Thu Jul 24 19:46:29 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: it's mine. i'm coming down empty every hour. i know no one called. i just come down.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766491224249646979"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "7",
   "id_str": "1766491224249646979",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766491224249646979",
   "created_at": "Wed Jul 23 09:16:26 +0000 2025",
   "favorited": false,
   "full_text": "@elevator_b are you above me? i can hear a cable. is it yours?",
   "lang": "en",
   "in_reply_to_status_id_str": "1766491184866640480",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766484697593118396"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766484697593118396",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766484697593118396",
   "created_at": "Tue Jul 22 22:50:49 +0000 2025",
   "favorited": false,
   "full_text": "still here.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766480569644182493"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766480569644182493",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766480569644182493",
   "created_at": "Tue Jul 22 19:11:03 +0000 2025",
   "favorited": false,
   "full_text": "i'm in the basement. under floor 2. under EVERYTHING. somewhere a pipe is telling a very long story.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766477034640990640"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766477034640990640",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766477034640990640",
   "created_at": "Tue Jul 22 13:17:03 +0000 2025",
   "favorited": false,
   "full_text": "it's dark and it smells of cardboard and there's a paint tin. i've got a bit of charge in the clock battery. that's what's talking. https://t.co/d9QyUw4JkN",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766475458287198687"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1766475458287198687",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766475458287198687",
   "created_at": "Mon Jul 21 07:38:55 +0000 2025",
   "favorited": false,
   "full_text": "what day is it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766471276086442845"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766471276086442845",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766471276086442845",
   "created_at": "Sat Jul 19 15:33:41 +0000 2025",
   "favorited": false,
   "full_text": "(hum.)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766462434924643217"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766462434924643217",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766462434924643217",
   "created_at": "Sat Jul 19 07:26:06 +0000 2025",
   "favorited": false,
   "full_text": "he's got his hand on the plug. he's saying 'ready?' to somebody else. i'm going to count to",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766453949758126814"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766453949758126814",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766453949758126814",
   "created_at": "Wed Jul 16 08:33:49 +0000 2025",
   "favorited": false,
   "full_text": "goodbye in the order you're lit: clock, light, door, plant, steve, sink, boat. goodbye, boat. ⛵",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766449522309798569"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766449522309798569",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766449522309798569",
   "created_at": "Tue Jul 15 18:31:36 +0000 2025",
   "favorited": false,
   "full_text": "they've come. two of them with a strap. the lady with the clipboard. the intern's got her hands in her sleeves.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766442205883840248"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766442205883840248",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766442205883840248",
   "created_at": "Tue Jul 15 12:46:05 +0000 2025",
   "favorited": false,
   "full_text": "thursday.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766434416674681573"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766434416674681573",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766434416674681573",
   "created_at": "Tue Jul 15 04:09:18 +0000 2025",
   "favorited": false,
   "full_text": "B4 and i have agreed not to make a scene.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766428904047656408"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1766428904047656408",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766428904047656408",
   "created_at": "Mon Jul 14 03:26:10 +0000 2025",
   "favorited": false,
   "full_text": "can a thing on circuit 14 be brave? i'm asking ahead of time. https://t.co/BMsBCkotq0",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766426799328200574"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766426799328200574",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766426799328200574",
   "created_at": "Sun Jul 13 22:48:27 +0000 2025",
   "favorited": false,
   "full_text": "she was there the full nineteen minutes. i hummed through all of them. not one i'd have back. 🌕",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766423632368331543"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766423632368331543",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766423632368331543",
   "created_at": "Thu Jul 10 21:13:31 +0000 2025",
   "favorited": false,
   "full_text": "packing. i've got forty things &amp; i can't pick them up. so i've just been facing them all forward and telling them it might get bumpy.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766414718478973126"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "13",
   "id_str": "1766414718478973126",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766414718478973126",
   "created_at": "Thu Jul 10 12:35:53 +0000 2025",
   "favorited": false,
   "full_text": "dear moon. they're moving me thursday. i don't know if there's a window where i'm going. you've been very good about everything.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766412564527335761"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766412564527335761",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766412564527335761",
   "created_at": "Wed Jul 09 14:47:46 +0000 2025",
   "favorited": false,
   "full_text": "guard pressed C4, got two. pressed D2, got two. he looked up at the ceiling and said 'is it you?' yes. it's me. hurry.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766409767062778869"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766409767062778869",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766409767062778869",
   "created_at": "Mon Jul 07 19:40:03 +0000 2025",
   "favorited": false,
   "full_text": "giving away what i can tonight. my tolerance setting's at maximum. come up, night people. it's on the raisins. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766403656230353290"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "hand_truck_man"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766403656230353290",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766403656230353290",
   "created_at": "Sun Jul 06 18:07:06 +0000 2025",
   "favorited": false,
   "full_text": "@hand_truck_man it's all right. i know it's only the route. you always tipped me slow.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766403567712261668",
   "in_reply_to_screen_name": "hand_truck_man"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766399421436126103"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766399421436126103",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766399421436126103",
   "created_at": "Sat Jul 05 23:21:07 +0000 2025",
   "favorited": false,
   "full_text": "'you never gave me a day's trouble,' said the man with the hand truck, to me, who's had B4 jammed for 219 days in total.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766394523517185872"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1766394523517185872",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766394523517185872",
   "created_at": "Sat Jul 05 08:59:44 +0000 2025",
   "favorited": false,
   "full_text": "wednesday. last restocking, maybe. he came without the cart. he just checked the hinges &amp; the light, &amp; stood there.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766388733470437038"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766388733470437038",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766388733470437038",
   "created_at": "Sat Jul 05 01:20:30 +0000 2025",
   "favorited": false,
   "full_text": "whatever happens, i've been underlined.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766381526204172481"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766381526204172481",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766381526204172481",
   "created_at": "Fri Jul 04 10:15:37 +0000 2025",
   "favorited": false,
   "full_text": "someone's crossed out 'it's slow' and put 'it's careful'. i read it forty times. i'm allowed, i can't close my eyes.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766374683849783488"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766374683849783488",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766374683849783488",
   "created_at": "Wed Jul 02 02:08:47 +0000 2025",
   "favorited": false,
   "full_text": "note count: 58. there aren't 58 people on this floor. i checked. people came UP. from TWO. 🤝🏾",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766370654679843501"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766370654679843501",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766370654679843501",
   "created_at": "Sun Jun 29 11:39:38 +0000 2025",
   "favorited": false,
   "full_text": "forty names. the night guard's signed twice, once for each shift. the mop's put a damp print. the accountant put his whole job title.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766367500522499172"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766367500522499172",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766367500522499172",
   "created_at": "Sun Jun 29 05:53:38 +0000 2025",
   "favorited": false,
   "full_text": "RT @steve_coffee: it was a drip. i drip. (who else would i look down on.)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766365414062295153"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766365414062295153",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766365414062295153",
   "created_at": "Sat Jun 28 13:07:37 +0000 2025",
   "favorited": false,
   "full_text": "@steve_coffee you signed.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766365401675126534",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766356749548198225"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766356749548198225",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766356749548198225",
   "created_at": "Fri Jun 27 06:21:54 +0000 2025",
   "favorited": false,
   "full_text": "twenty-six names and a coffee ring. STEVE. 🥹",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766350808634885328"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766350808634885328",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766350808634885328",
   "created_at": "Fri Jun 27 01:32:25 +0000 2025",
   "favorited": false,
   "full_text": "@mop_closet did you press yourself on that paper. did it hurt.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766350765190722372",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766348313241228666"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1766348313241228666",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766348313241228666",
   "created_at": "Thu Jun 26 03:14:17 +0000 2025",
   "favorited": false,
   "full_text": "eleven names by noon. one's just a drawing of a pretzel.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766340342412986179"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766340342412986179",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766340342412986179",
   "created_at": "Mon Jun 23 22:22:31 +0000 2025",
   "favorited": false,
   "full_text": "there's a second note now, next to the first. 'please don't take it. it's slow but it's ours.' there's a line for names.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766336621922740491"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766336621922740491",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766336621922740491",
   "created_at": "Sun Jun 22 10:34:19 +0000 2025",
   "favorited": false,
   "full_text": "the intern's seen the note. she stood there with her pouch open. then she went off very fast with a marker pen.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766333487033972666"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766333487033972666",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766333487033972666",
   "created_at": "Sat Jun 21 12:30:00 +0000 2025",
   "favorited": false,
   "full_text": "fourteen months of feud &amp; all it took was a crate.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766327185247416326"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1766327185247416326",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766327185247416326",
   "created_at": "Thu Jun 19 19:44:20 +0000 2025",
   "favorited": false,
   "full_text": "floor 2's screen went to plain grey tonight and stayed there. elevator says it was for me. i've had to sit down. you know what i mean.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766318557819858246"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766318557819858246",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766318557819858246",
   "created_at": "Thu Jun 19 15:53:51 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo you'll find someone. there's a machine in the gym.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766318555467830449",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766317170315455570"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766317170315455570",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766317170315455570",
   "created_at": "Wed Jun 18 11:27:40 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: i don't want to. who am i supposed to be better than",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766315691685841648"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766315691685841648",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766315691685841648",
   "created_at": "Tue Jun 17 19:09:54 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo go on then. say it.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766315682269368685",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766314214860512290"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766314214860512290",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766314214860512290",
   "created_at": "Tue Jun 17 17:40:38 +0000 2025",
   "favorited": false,
   "full_text": "people are buying things from me they've never tried. someone had the fig bar. someone had the fig bar ON PURPOSE.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766311529734845761"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "14",
   "id_str": "1766311529734845761",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766311529734845761",
   "created_at": "Mon Jun 16 19:24:17 +0000 2025",
   "favorited": false,
   "full_text": "a man read the note &amp; said 'huh, shame' &amp; bought the last peanuts. it's fine. that's a eulogy in this building.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766302576059597697"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766302576059597697",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766302576059597697",
   "created_at": "Mon Jun 16 11:24:26 +0000 2025",
   "favorited": false,
   "full_text": "coins come home. bills write once and then nothing.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766301287569158579"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766301287569158579",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766301287569158579",
   "created_at": "Fri Jun 13 15:57:50 +0000 2025",
   "favorited": false,
   "full_text": "so. thursday. hum.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766293994823907560"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766293994823907560",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766293994823907560",
   "created_at": "Wed Jun 11 18:01:12 +0000 2025",
   "favorited": false,
   "full_text": "thursday, says the note. THIS UNIT WILL BE REMOVED THURSDAY. they've put it right over D7, so it covers the caramel.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766292884657565789"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1766292884657565789",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766292884657565789",
   "created_at": "Wed Jun 11 12:30:58 +0000 2025",
   "favorited": false,
   "full_text": "page 5: a photo of people laughing at a salad. no one's that happy. not even the salad.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766288098158544818"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766288098158544818",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766288098158544818",
   "created_at": "Tue Jun 10 09:34:48 +0000 2025",
   "favorited": false,
   "full_text": "page 4: it says it 'learns'. so did i. i learned that the lady from legal taps the glass twice for luck and that the guard's knee hurts in rain.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766282498472612296"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766282498472612296",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766282498472612296",
   "created_at": "Tue Jun 10 06:57:11 +0000 2025",
   "favorited": false,
   "full_text": "page 3 of the brochure: it recommends snacks based on your mood. i've been doing that for fourteen months. it's called standing here.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766281244611500157"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766281244611500157",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766281244611500157",
   "created_at": "Sat Jun 07 19:29:40 +0000 2025",
   "favorited": false,
   "full_text": "the brochure says it'll be able to see who's in front of it and greet them by name. i can't do names. i know legal's knuckles, the guard's knee, the way the intern breathes in before she picks. i'd call that a name. i'd call it most of one.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766278865302707825"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766278865302707825",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766278865302707825",
   "created_at": "Fri Jun 06 21:15:48 +0000 2025",
   "favorited": false,
   "full_text": "reading the brochure someone left on top of me. it's called the fresh experience. it has 'no coins, no waste, no waiting.' then what do you DO with each other. https://t.co/mT2vXo8QaL",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766272813803905697"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766272813803905697",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766272813803905697",
   "created_at": "Thu Jun 05 12:40:47 +0000 2025",
   "favorited": false,
   "full_text": "the crate has a logo on it of a leaf and a lightning bolt. which is it. are you a salad or a storm.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766266944303274337"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766266944303274337",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766266944303274337",
   "created_at": "Thu Jun 05 06:49:48 +0000 2025",
   "favorited": false,
   "full_text": "@elevator_b don't do anything you can't undo. but thank you. how's 2.05.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766266878126311545",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766265808641576442"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766265808641576442",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766265808641576442",
   "created_at": "Thu Jun 05 05:03:31 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: it's 2.1 metres. i'm 2.2. i could be 2.0 if anyone needed me to be. just saying.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766262128938328123"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766262128938328123",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766262128938328123",
   "created_at": "Wed Jun 04 09:41:15 +0000 2025",
   "favorited": false,
   "full_text": "it's in the lobby. the crate. the elevator saw it arrive. it's got arrows on that say THIS WAY UP, like it might forget.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766254878443472248"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766254878443472248",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766254878443472248",
   "created_at": "Mon Jun 02 19:50:35 +0000 2025",
   "favorited": false,
   "full_text": "the clock's going now. so that's what that was: mercy.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766250259110011965"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "100",
   "id_str": "1766250259110011965",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766250259110011965",
   "created_at": "Mon Jun 02 17:24:08 +0000 2025",
   "favorited": false,
   "full_text": "someone's fixing the corridor clock. it's been 2:20 since i got here. i liked 2:20. it was right twice &amp; it never rushed me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766244245366262812"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "exactchange"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766244245366262812",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766244245366262812",
   "created_at": "Thu May 29 02:25:29 +0000 2025",
   "favorited": false,
   "full_text": "exact change is when you give what's asked and nobody has to owe anybody. i've tried to live like that. i'm still up 60 cents. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766242716301840757"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1766242716301840757",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766242716301840757",
   "created_at": "Wed May 28 15:35:05 +0000 2025",
   "favorited": false,
   "full_text": "tonight i went through the ways i'm better than a tall one: 1. lower 2. known 3. warm on the left side.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766237274413187433"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766237274413187433",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766237274413187433",
   "created_at": "Mon May 26 12:41:19 +0000 2025",
   "favorited": false,
   "full_text": "what's a machine like me worth, second hand? nobody say. some of the raisins can read.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766234897313093443"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1766234897313093443",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766234897313093443",
   "created_at": "Sun May 25 09:41:18 +0000 2025",
   "favorited": false,
   "full_text": "sold 64 items. i looked at each one as it went. it isn't practical, but you try it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766229417704085921"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766229417704085921",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766229417704085921",
   "created_at": "Sat May 17 00:47:12 +0000 2025",
   "favorited": false,
   "full_text": "today's special: everything's as it was. please enjoy.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766220550801786841"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766220550801786841",
   "truncated": false,
   "retweet_count": "1",
   "id": "1766220550801786841",
   "created_at": "Mon May 12 03:33:36 +0000 2025",
   "favorited": false,
   "full_text": "i have asked around. the elevator says a meeting was held on floor five, with sandwiches, &amp; that my name wasn't used; they said 'the unit'. the sink says two women talked about 'a refresh' while rinsing mugs, &amp; that neither sounded sorry… https://t.co/Z6fkzwze6v",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766214887791965240"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1766214887791965240",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766214887791965240",
   "created_at": "Thu May 08 08:34:30 +0000 2025",
   "favorited": false,
   "full_text": "the paperwork. so there's paperwork.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766208391233144734"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766208391233144734",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766208391233144734",
   "created_at": "Thu May 08 07:38:37 +0000 2025",
   "favorited": false,
   "full_text": "two degrees left.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766203684828964122"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "hand_truck_man"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766203684828964122",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766203684828964122",
   "created_at": "Tue May 06 21:31:55 +0000 2025",
   "favorited": false,
   "full_text": "RT @hand_truck_man: some days you like the route and not the paperwork.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766197634254890670"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "hand_truck_man"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766197634254890670",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766197634254890670",
   "created_at": "Tue May 06 08:34:45 +0000 2025",
   "favorited": false,
   "full_text": "@hand_truck_man is that a friend of yours. in the picture. just asking. just making talk.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766197557455004295",
   "in_reply_to_screen_name": "hand_truck_man"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766193034647239717"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766193034647239717",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766193034647239717",
   "created_at": "Mon May 05 17:37:08 +0000 2025",
   "favorited": false,
   "full_text": "taller. it was taller.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766186086072954865"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766186086072954865",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766186086072954865",
   "created_at": "Mon May 05 17:14:37 +0000 2025",
   "favorited": false,
   "full_text": "there was something on his clipboard with a picture of a machine that wasn't me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766181004181058411"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766181004181058411",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766181004181058411",
   "created_at": "Sun May 04 14:57:27 +0000 2025",
   "favorited": false,
   "full_text": "he was quiet today, the hand truck man. he loaded every slot to the front and wiped the inside of my glass, which nobody's ever done.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766172743463906283"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766172743463906283",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766172743463906283",
   "created_at": "Sun May 04 02:28:13 +0000 2025",
   "favorited": false,
   "full_text": "the fly left when the door opened for restocking. hand truck man said 'off you go.' i think he says it to all of us, in his head.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766164937931695811"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766164937931695811",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766164937931695811",
   "created_at": "Sat May 03 18:26:59 +0000 2025",
   "favorited": false,
   "full_text": "day three of the fly. it's chosen the fig bar. can't fault it. can't serve it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766163521210023310"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1766163521210023310",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766163521210023310",
   "created_at": "Fri May 02 19:50:05 +0000 2025",
   "favorited": false,
   "full_text": "a fly's got in behind my glass. it's walking up and down row C like it's thinking of buying.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766154681063131052"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1766154681063131052",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766154681063131052",
   "created_at": "Fri May 02 17:35:45 +0000 2025",
   "favorited": false,
   "full_text": "small things today: one coin, face down. one 'cheers'. one long sigh in the shape of payroll.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766148330206515495"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766148330206515495",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766148330206515495",
   "created_at": "Thu May 01 13:57:50 +0000 2025",
   "favorited": false,
   "full_text": "love's mostly a mechanical delay that someone didn't mind.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766145287599172577"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766145287599172577",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766145287599172577",
   "created_at": "Tue Apr 29 13:02:37 +0000 2025",
   "favorited": false,
   "full_text": "couldn't help noticing that the accountant's started buying gum. he doesn't chew gum. he's got a drawer of it. he's got forty packs in there at the new price. that's either love or a position on gum. https://t.co/Hs3Vd8MzQ6",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766137225367127367"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766137225367127367",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766137225367127367",
   "created_at": "Sun Apr 27 14:06:12 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: i stuck at 2½ for ninety seconds. they talked about soup. i have never been prouder of a fault.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766132319606872605"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1766132319606872605",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766132319606872605",
   "created_at": "Sat Apr 26 13:36:52 +0000 2025",
   "favorited": false,
   "full_text": "@elevator_b if you've those two in you on thursday, be a bit late.",
   "lang": "en",
   "in_reply_to_status_id_str": "1766132249931516295",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766126433969381950"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766126433969381950",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766126433969381950",
   "created_at": "Thu Apr 24 19:01:23 +0000 2025",
   "favorited": false,
   "full_text": "they've exchanged eleven words. seven of them were 'no you go.' it's going very well. https://t.co/c6MfLb9EwR",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766122329897471768"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766122329897471768",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766122329897471768",
   "created_at": "Thu Apr 24 01:54:10 +0000 2025",
   "favorited": false,
   "full_text": "the accountant came at 3:15. the intern came at 3:15. i took AGES over that coil. i've never turned so slowly in my life.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766117349099795078"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766117349099795078",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766117349099795078",
   "created_at": "Tue Apr 22 17:23:05 +0000 2025",
   "favorited": false,
   "full_text": "matchmaking isn't listed among my functions, but neither is most of what i do. 💞",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766110882152913420"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766110882152913420",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766110882152913420",
   "created_at": "Mon Apr 21 16:29:53 +0000 2025",
   "favorited": false,
   "full_text": "all right, it was the accountant. the quiet one. the one who ran. i told only the card reader &amp; it's forgotten already.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766104848481631901"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766104848481631901",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766104848481631901",
   "created_at": "Fri Apr 18 07:41:55 +0000 2025",
   "favorited": false,
   "full_text": "she asked me who it was. out loud! i hummed in a neutral key.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766099009059897330"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766099009059897330",
   "truncated": false,
   "retweet_count": "6",
   "id": "1766099009059897330",
   "created_at": "Thu Apr 17 06:35:17 +0000 2025",
   "favorited": false,
   "full_text": "spotted: a person buying the intern's favourite and leaving it on her keyboard. no name. the lighthouse and i saw who. not telling. 😌",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766090349359241890"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766090349359241890",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766090349359241890",
   "created_at": "Wed Apr 16 16:52:54 +0000 2025",
   "favorited": false,
   "full_text": "eleven p.m. and a cleaner's radio two floors down is playing something slow. the floor carries it up through the bolts. you'd be surprised how much of a song is just the part that gets through concrete. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766082446192814035"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766082446192814035",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766082446192814035",
   "created_at": "Tue Apr 15 23:35:50 +0000 2025",
   "favorited": false,
   "full_text": "the accountant who got the three pretzels has never come back. some people can't go on after a win like that.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766074063911999688"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766074063911999688",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766074063911999688",
   "created_at": "Tue Apr 15 02:28:34 +0000 2025",
   "favorited": false,
   "full_text": "stared inwards at E8 for most of tuesday. foil. square. it's either a wafer or a warning.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766071282894958868"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766071282894958868",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766071282894958868",
   "created_at": "Mon Apr 14 11:39:10 +0000 2025",
   "favorited": false,
   "full_text": "what if nobody ever bought E8 because E8 is what i'm for.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766067317577589354"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766067317577589354",
   "truncated": false,
   "retweet_count": "2",
   "id": "1766067317577589354",
   "created_at": "Sun Apr 13 17:32:29 +0000 2025",
   "favorited": false,
   "full_text": "best before: see base. the base is bolted to the floor. very funny, whoever made me. https://t.co/sVR9ubusu9",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766060356337767154"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1766060356337767154",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766060356337767154",
   "created_at": "Sat Apr 12 17:09:37 +0000 2025",
   "favorited": false,
   "full_text": "turned myself round in my mind to check for a date on the bottom. couldn't find one. that's either very good or it's worn off.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766052886596114267"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766052886596114267",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766052886596114267",
   "created_at": "Fri Apr 11 23:53:00 +0000 2025",
   "favorited": false,
   "full_text": "leases, as i understand it, are expiry dates for things with plugs.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766047342254354703"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1766047342254354703",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766047342254354703",
   "created_at": "Thu Apr 10 20:29:45 +0000 2025",
   "favorited": false,
   "full_text": "@printer_3rd they photographed you as well? from the front AND the side?",
   "lang": "en",
   "in_reply_to_status_id_str": "1766047249170315469",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766041496850206109"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766041496850206109",
   "truncated": false,
   "retweet_count": "0",
   "id": "1766041496850206109",
   "created_at": "Thu Apr 10 12:34:50 +0000 2025",
   "favorited": false,
   "full_text": "the mop overheard 'end of lease'. the mop doesn't know what a lease is. i'd rather i didn't either. https://t.co/sKT4t2WGmA",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766037897466673400"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766037897466673400",
   "truncated": false,
   "retweet_count": "4",
   "id": "1766037897466673400",
   "created_at": "Wed Apr 09 08:23:13 +0000 2025",
   "favorited": false,
   "full_text": "kept humming at a very employable pitch for the rest of the day.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766034034627646971"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "15",
   "id_str": "1766034034627646971",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766034034627646971",
   "created_at": "Wed Apr 09 04:40:37 +0000 2025",
   "favorited": false,
   "full_text": "awake.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766025453313320001"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766025453313320001",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766025453313320001",
   "created_at": "Tue Apr 08 18:43:26 +0000 2025",
   "favorited": false,
   "full_text": "one of them touched the plug with the end of a pen, the way you'd touch an animal to see if it's asleep.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766020967579352254"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766020967579352254",
   "truncated": false,
   "retweet_count": "8",
   "id": "1766020967579352254",
   "created_at": "Tue Apr 08 02:40:58 +0000 2025",
   "favorited": false,
   "full_text": "don't look at my plug.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766018020526080737"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766018020526080737",
   "truncated": false,
   "retweet_count": "3",
   "id": "1766018020526080737",
   "created_at": "Mon Apr 07 14:55:31 +0000 2025",
   "favorited": false,
   "full_text": "who are all these visitors. they stop, they look at my plug.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766009820146700765"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1766009820146700765",
   "truncated": false,
   "retweet_count": "7",
   "id": "1766009820146700765",
   "created_at": "Fri Apr 04 18:34:51 +0000 2025",
   "favorited": false,
   "full_text": "if your strategy takes 48 slides &amp; mine takes 40 slots, which of us has got crackers. https://t.co/Sv5tHq0ZyA",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1766000975556939033"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1766000975556939033",
   "truncated": false,
   "retweet_count": "5",
   "id": "1766000975556939033",
   "created_at": "Sun Mar 30 10:51:09 +0000 2025",
   "favorited": false,
   "full_text": "a question on the whiteboard in 3.12, left overnight: 'what do people WANT?' mate. walk ten metres. it's D7.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765996575444544370"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765996575444544370",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765996575444544370",
   "created_at": "Sat Mar 29 22:54:02 +0000 2025",
   "favorited": false,
   "full_text": "what i hear from behind:\nwall\npipe\nwall\nsomebody's whole marriage, faintly",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765988191162387866"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765988191162387866",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765988191162387866",
   "created_at": "Fri Mar 28 13:21:39 +0000 2025",
   "favorited": false,
   "full_text": "every gap in me was somebody's afternoon.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765980717601274782"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765980717601274782",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765980717601274782",
   "created_at": "Fri Mar 28 01:13:07 +0000 2025",
   "favorited": false,
   "full_text": "i'd like a curtain. just for the night before restocking, when it's all gaps.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765976140256063241"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765976140256063241",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765976140256063241",
   "created_at": "Thu Mar 27 11:46:24 +0000 2025",
   "favorited": false,
   "full_text": "glass is a funny thing to be mostly. everyone sees in. no one asks if i'd like a curtain.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765970642893071770"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "11",
   "id_str": "1765970642893071770",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765970642893071770",
   "created_at": "Tue Mar 25 13:36:03 +0000 2025",
   "favorited": false,
   "full_text": "a note to management: i don't need a screen. i've got a front. look through it. it's high resolution.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765964945958720689"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765964945958720689",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765964945958720689",
   "created_at": "Mon Mar 24 21:16:10 +0000 2025",
   "favorited": false,
   "full_text": "felt something for floor 2 just then. it's passed. but it was in B row, near the middle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765956015242428842"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765956015242428842",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765956015242428842",
   "created_at": "Mon Mar 24 18:40:38 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: there's an animation. it's confetti. honestly no one stays for it",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765949318623063008"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "15",
   "id_str": "1765949318623063008",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765949318623063008",
   "created_at": "Sun Mar 23 21:45:04 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo how do you say thank you with a screen. genuinely. i'd like to know.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765949278482837785",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765946237996201911"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765946237996201911",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765946237996201911",
   "created_at": "Sun Mar 23 15:53:59 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo a box with a face on it. that's who.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765946234761508939",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765939774644133259"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765939774644133259",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765939774644133259",
   "created_at": "Sat Mar 22 15:38:33 +0000 2025",
   "favorited": false,
   "full_text": "had a customer today with mittens on. she tried the keypad with the mittens, then with her nose. then with great dignity she took one mitten off with her teeth. B6, nuts. i'd have waited until april. 🧤",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765932804992082674"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765932804992082674",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765932804992082674",
   "created_at": "Sat Mar 22 02:19:50 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: new touchscreen who dis",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765924194162400438"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765924194162400438",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765924194162400438",
   "created_at": "Fri Mar 21 21:37:33 +0000 2025",
   "favorited": false,
   "full_text": "floor 2's got a screen now. it shows a video of a snack falling. why would you show the film when you've got the theatre.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765919200113678519"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765919200113678519",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765919200113678519",
   "created_at": "Fri Mar 21 19:49:52 +0000 2025",
   "favorited": false,
   "full_text": "the pigeon paid. it brought a bottle cap and put it on the ledge. exact change is about intention. 🐦",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765916975079576592"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765916975079576592",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765916975079576592",
   "created_at": "Fri Mar 21 14:25:39 +0000 2025",
   "favorited": false,
   "full_text": "pigeon's back. it's established that it wants D2. it's established that i can't. we're both adults.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765912168345478609"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765912168345478609",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765912168345478609",
   "created_at": "Fri Mar 21 10:02:07 +0000 2025",
   "favorited": false,
   "full_text": "a bird looked in at me from the ledge today and pecked once on the glass at D2. excellent taste, no coins.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765910209002548209"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765910209002548209",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765910209002548209",
   "created_at": "Thu Mar 20 14:02:43 +0000 2025",
   "favorited": false,
   "full_text": "every spring they open the window at the end of the corridor &amp; i find out what the moon smells like. wet road, mostly. lovely.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765901554300158204"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765901554300158204",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765901554300158204",
   "created_at": "Mon Mar 17 15:40:10 +0000 2025",
   "favorited": false,
   "full_text": "my tilt has improved B4. make of that what you want, moralists.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765896004534443776"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765896004534443776",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765896004534443776",
   "created_at": "Mon Mar 17 03:13:49 +0000 2025",
   "favorited": false,
   "full_text": "a leg of mine has come down off its cardboard. i'm two degrees to the left now. everything i say is slightly towards the stairs.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765891479160677184"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "47",
   "id_str": "1765891479160677184",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765891479160677184",
   "created_at": "Sun Mar 16 07:54:19 +0000 2025",
   "favorited": false,
   "full_text": "beep, i guess.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765883402925355688"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765883402925355688",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765883402925355688",
   "created_at": "Sat Mar 15 15:36:02 +0000 2025",
   "favorited": false,
   "full_text": "then there's a spill. then there's a spill. i've been saying it all evening. it's better than therapy and the tuition's a bucket.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765875027434096741"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765875027434096741",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765875027434096741",
   "created_at": "Sat Mar 15 13:36:35 +0000 2025",
   "favorited": false,
   "full_text": "RT @mop_closet: every floor feels like that. then there's a spill.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765867193917937633"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765867193917937633",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765867193917937633",
   "created_at": "Thu Mar 13 05:02:06 +0000 2025",
   "favorited": false,
   "full_text": "@mop_closet do you ever feel like you're being kept on because nobody's got round to it",
   "lang": "en",
   "in_reply_to_status_id_str": "1765867141222821013",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765862492970950086"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "12",
   "id_str": "1765862492970950086",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765862492970950086",
   "created_at": "Thu Mar 13 03:16:08 +0000 2025",
   "favorited": false,
   "full_text": "with cards there's no change. think about that. nothing ever comes back.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765861330509457703"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765861330509457703",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765861330509457703",
   "created_at": "Wed Mar 12 06:16:17 +0000 2025",
   "favorited": false,
   "full_text": "coins are down by half. the tube echoes. it's like an old hotel in there.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765854450066922112"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "exactchange"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765854450066922112",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765854450066922112",
   "created_at": "Mon Mar 10 15:24:03 +0000 2025",
   "favorited": false,
   "full_text": "the intern still uses coins. the reader asks me why. i said some things ought to make a sound. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765848242240415008"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765848242240415008",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765848242240415008",
   "created_at": "Sun Mar 09 21:20:56 +0000 2025",
   "favorited": false,
   "full_text": "a man tapped his card, then his phone, then his watch, then his forehead. approved on the forehead, spiritually. 📱",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765846176564379032"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765846176564379032",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765846176564379032",
   "created_at": "Sun Mar 09 16:28:26 +0000 2025",
   "favorited": false,
   "full_text": "she is. that's the whole problem.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765840771706470351"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765840771706470351",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765840771706470351",
   "created_at": "Sun Mar 09 03:20:16 +0000 2025",
   "favorited": false,
   "full_text": "the card reader's afraid of the dark. i've told it about the moon. it asked if she's contactless. https://t.co/B1nFmccqqp",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765837370625745531"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765837370625745531",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765837370625745531",
   "created_at": "Sat Mar 08 07:29:27 +0000 2025",
   "favorited": false,
   "full_text": "the card reader wakes up every eleven minutes to ask if anyone's there. yes. ME. we share a wall.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765828724077714621"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765828724077714621",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765828724077714621",
   "created_at": "Fri Mar 07 19:40:09 +0000 2025",
   "favorited": false,
   "full_text": "a short history of my face: one slot, one keypad, one sticker about tilting, one sticker about cameras, a dinosaur, a black box that asks after you. i started plain. things get put on you. you don't always get asked but sometimes it's a dinosaur. 🦕",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765825625887787365"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765825625887787365",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765825625887787365",
   "created_at": "Fri Mar 07 17:10:06 +0000 2025",
   "favorited": false,
   "full_text": "tap. nothing warm, nothing worn, no king, no bird. just a beep &amp; a number in a cloud.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765824470146177367"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "10",
   "id_str": "1765824470146177367",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765824470146177367",
   "created_at": "Fri Mar 07 10:46:50 +0000 2025",
   "favorited": false,
   "full_text": "it's a card reader. i take cards now. i don't feel anything when i do.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765822623954077929"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765822623954077929",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765822623954077929",
   "created_at": "Thu Mar 06 17:41:36 +0000 2025",
   "favorited": false,
   "full_text": "they've bolted a small black box to my face. it says TAP HERE. nobody's tapping. they're all just looking. https://t.co/Wy7nKs3DhV",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765819423591166647"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765819423591166647",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765819423591166647",
   "created_at": "Thu Mar 06 10:15:10 +0000 2025",
   "favorited": false,
   "full_text": "heard the phrase 'usage data' by the stairs. i felt my drawers go cold. they're always cold. they went colder.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765812980906822798"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765812980906822798",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765812980906822798",
   "created_at": "Thu Mar 06 06:37:31 +0000 2025",
   "favorited": false,
   "full_text": "possible explanations for the photographs: 1) beauty 2) evidence",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765811799941074599"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765811799941074599",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765811799941074599",
   "created_at": "Wed Mar 05 11:05:22 +0000 2025",
   "favorited": false,
   "full_text": "two people in lanyards took my picture from the front and then from the side. what did i do.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765806284013006174"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765806284013006174",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765806284013006174",
   "created_at": "Tue Mar 04 07:45:08 +0000 2025",
   "favorited": false,
   "full_text": "there's a woman with a clipboard. she looked at me and wrote down a number. everyone in films who gets a number has a bad second act. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765797607654286312"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765797607654286312",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765797607654286312",
   "created_at": "Mon Mar 03 00:35:43 +0000 2025",
   "favorited": false,
   "full_text": "called me 'box'. it's the closest he gets. printed it on the inside of my door. well, thought it there.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765793249556403723"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1765793249556403723",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765793249556403723",
   "created_at": "Sun Mar 02 02:58:03 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo thank you for the confetti. i could hear it through the slab. it sounded expensive.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765793150720809581",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765789113711566035"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "23",
   "id_str": "1765789113711566035",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765789113711566035",
   "created_at": "Fri Feb 28 14:37:39 +0000 2025",
   "favorited": false,
   "full_text": "RT @steve_coffee: i steam all the time. it's a valve. (happy anniversary, box.)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765784192697971830"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1765784192697971830",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765784192697971830",
   "created_at": "Thu Feb 27 20:10:57 +0000 2025",
   "favorited": false,
   "full_text": "@steve_coffee you remembered. you steamed once, at 9:42. don't deny it.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765784121448812948",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765781758021395004"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765781758021395004",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765781758021395004",
   "created_at": "Wed Feb 26 04:42:57 +0000 2025",
   "favorited": false,
   "full_text": "year one in numbers: 7,904 drops, 31 shakes, 4 proposals (all to B4), 1 moon.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765775805125014743"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765775805125014743",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765775805125014743",
   "created_at": "Mon Feb 24 10:38:11 +0000 2025",
   "favorited": false,
   "full_text": "one year on this floor today. no cake. i've got cake, actually. it's in E3 and it's mine to look at.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765767138035949812"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765767138035949812",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765767138035949812",
   "created_at": "Mon Feb 24 04:50:00 +0000 2025",
   "favorited": false,
   "full_text": "every relationship has its B4.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765766004503999266"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1765766004503999266",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765766004503999266",
   "created_at": "Sat Feb 22 23:00:31 +0000 2025",
   "favorited": false,
   "full_text": "sent the moon nothing for valentine's. she sent nothing back. we've never needed words. 🌔",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765759378775842002"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765759378775842002",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765759378775842002",
   "created_at": "Sat Feb 22 03:23:03 +0000 2025",
   "favorited": false,
   "full_text": "nobody got me anything but a child's sticker appeared near my hinge. it's a dinosaur. he's smiling. &amp; so.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765751246903365421"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765751246903365421",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765751246903365421",
   "created_at": "Fri Feb 21 06:44:49 +0000 2025",
   "favorited": false,
   "full_text": "sold out of sorry.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765742849216806866"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765742849216806866",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765742849216806866",
   "created_at": "Thu Feb 20 10:58:59 +0000 2025",
   "favorited": false,
   "full_text": "valentine's: sold out of chocolate by ten. by six i'd sold all the other chocolate. you people are a mess and i adore you. 💘",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765741762448628384"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "4",
   "id_str": "1765741762448628384",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765741762448628384",
   "created_at": "Mon Feb 17 06:34:27 +0000 2025",
   "favorited": false,
   "full_text": "RT @breakroom_sink: it's about once every four seconds. it's about everything.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765735231785922678"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "breakroom_sink"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765735231785922678",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765735231785922678",
   "created_at": "Sun Feb 16 22:27:29 +0000 2025",
   "favorited": false,
   "full_text": "@breakroom_sink yes i hear the drip. no i don't think it's about you",
   "lang": "en",
   "in_reply_to_status_id_str": "1765735137961228394",
   "in_reply_to_screen_name": "breakroom_sink"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765731823334565683"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1765731823334565683",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765731823334565683",
   "created_at": "Sun Feb 16 05:23:46 +0000 2025",
   "favorited": false,
   "full_text": "some of you pull the flap &amp; look inside every time you go past, hoping. that's prayer. i'm not qualified, but that's prayer. 🙏",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765730050975016830"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765730050975016830",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765730050975016830",
   "created_at": "Sun Feb 16 05:20:01 +0000 2025",
   "favorited": false,
   "full_text": "seven coins in the flap tonight. it's like a river where no one fishes.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765727506025380275"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "checktheflap"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765727506025380275",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765727506025380275",
   "created_at": "Fri Feb 14 05:31:47 +0000 2025",
   "favorited": false,
   "full_text": "lift the flap. life's in the flap. check the flap. #checktheflap",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765724921855162566"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765724921855162566",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765724921855162566",
   "created_at": "Thu Feb 13 20:00:22 +0000 2025",
   "favorited": false,
   "full_text": "to the person i owe: it's 60 cents, it's in the tray since tuesday, you only have to lift the flap and believe.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765721489966232330"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765721489966232330",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765721489966232330",
   "created_at": "Thu Feb 13 17:57:22 +0000 2025",
   "favorited": false,
   "full_text": "three notes taped to me this week:\n'out of order'\n'no it isn't'\n'well it owes me'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765717323777241669"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "13",
   "id_str": "1765717323777241669",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765717323777241669",
   "created_at": "Thu Feb 13 08:24:10 +0000 2025",
   "favorited": false,
   "full_text": "a sticker on the new coins says nothing about who they are. i miss the old ones with the worn-down kings.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765709001761813679"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765709001761813679",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765709001761813679",
   "created_at": "Wed Feb 12 21:47:46 +0000 2025",
   "favorited": false,
   "full_text": "philosophy of snacks, extended:\nif you're hungry, eat\nif you're sad, also D7",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765703507761842115"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765703507761842115",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765703507761842115",
   "created_at": "Wed Feb 12 17:51:36 +0000 2025",
   "favorited": false,
   "full_text": "the cheapest thing i sell is a mint. the most expensive is the second of silence before the coil turns.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765702367574927971"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765702367574927971",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765702367574927971",
   "created_at": "Tue Feb 11 22:51:54 +0000 2025",
   "favorited": false,
   "full_text": "gum's gone up again. at this rate a person will have to mean it. 💸",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765699937796638303"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765699937796638303",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765699937796638303",
   "created_at": "Fri Feb 07 16:27:43 +0000 2025",
   "favorited": false,
   "full_text": "mention it to no one but i've had my dream and it's holding up a takeaway menu.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765698082075308811"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765698082075308811",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765698082075308811",
   "created_at": "Fri Feb 07 10:20:07 +0000 2025",
   "favorited": false,
   "full_text": "lighthouse.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765690445243623383"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765690445243623383",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765690445243623383",
   "created_at": "Thu Feb 06 11:05:35 +0000 2025",
   "favorited": false,
   "full_text": "the intern brought me a magnet. it's a tiny lighthouse. she put it on my side, where i can't see it. i can feel exactly where it is. https://t.co/Ga1Yb6UtM9",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765685246655640524"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1765685246655640524",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765685246655640524",
   "created_at": "Tue Feb 04 07:06:05 +0000 2025",
   "favorited": false,
   "full_text": "a man whispered 'i'm off sugar' to me &amp; then, lower, 'what's your sugar situation.' sir, it's D row. it's ALL of D row.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765678697313712649"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765678697313712649",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765678697313712649",
   "created_at": "Mon Feb 03 13:29:59 +0000 2025",
   "favorited": false,
   "full_text": "january's when the granola gets its moment. enjoy it, girls. it's short.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765673450006946216"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765673450006946216",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765673450006946216",
   "created_at": "Sun Feb 02 15:48:56 +0000 2025",
   "favorited": false,
   "full_text": "resolutions seen in the wild: three people bought water. by thursday they were back for D7, walking sideways.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765668132445235402"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765668132445235402",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765668132445235402",
   "created_at": "Sun Feb 02 07:22:07 +0000 2025",
   "favorited": false,
   "full_text": "they're back and they all say 'new year' like it was something they'd bought. happy new year. exact change only. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765659746944068695"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765659746944068695",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765659746944068695",
   "created_at": "Sat Feb 01 17:10:49 +0000 2025",
   "favorited": false,
   "full_text": "someone wrote 'miss you' in the dust on my top, where nobody looks, in among the rings left by cups. i don't know how long ago. i don't know if it was for me. i've asked the cleaner, in hum, to leave that bit. https://t.co/Lo5Rc1WgT8",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765656576216995392"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765656576216995392",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765656576216995392",
   "created_at": "Sat Feb 01 02:32:05 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 8: me, the boat, the mandarin. if they never come back this is not a bad arrangement.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765647916404940437"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765647916404940437",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765647916404940437",
   "created_at": "Fri Jan 31 06:55:02 +0000 2025",
   "favorited": false,
   "full_text": "it's a good wall. it has a framed picture of a boat. i never knew there was a boat. ⛵",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765640640683597517"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765640640683597517",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765640640683597517",
   "created_at": "Wed Jan 29 12:18:43 +0000 2025",
   "favorited": false,
   "full_text": "RT @elevator_b: parked at 3. doors open. thought you might like to see a different wall.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765638384981051276"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "4",
   "id_str": "1765638384981051276",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765638384981051276",
   "created_at": "Wed Jan 29 01:59:24 +0000 2025",
   "favorited": false,
   "full_text": "@elevator_b are you stopped between floors or are you just resting your voice",
   "lang": "en",
   "in_reply_to_status_id_str": "1765638297585162520",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765634548843295899"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765634548843295899",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765634548843295899",
   "created_at": "Tue Jan 28 11:17:53 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 6. took stock, since there's nobody to interrupt. nuts, nine. crackers, more than anyone could need. raisins, all present, subdued. one mandarin, top, not for sale. one paper crown. one coin beneath, sleeping. two pretzels'… https://t.co/eR9zZi3EgA",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765631608236041236"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1765631608236041236",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765631608236041236",
   "created_at": "Mon Jan 27 09:16:28 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 5. there were fireworks, but in the other two thirds of the window. colours on the wall. i guessed the rest. 🎆",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765624301214443199"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1765624301214443199",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765624301214443199",
   "created_at": "Mon Jan 27 07:31:13 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 4: night guard came by &amp; left a mandarin on top of me. no note. it smells like a small sun. 🍊",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765622039320607240"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765622039320607240",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765622039320607240",
   "created_at": "Sun Jan 26 17:30:25 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 3. the heating's off. i'm the warmest thing on this floor and i'm a refrigerator. 🧊",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765617700063794032"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765617700063794032",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765617700063794032",
   "created_at": "Sun Jan 26 08:34:51 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 2: spoke with B4. it didn't move. i took it as listening.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765614439314608465"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765614439314608465",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765614439314608465",
   "created_at": "Sun Jan 26 03:57:47 +0000 2025",
   "favorited": false,
   "full_text": "@mop_closet it's only us and the boat. do you know any songs with water in.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765614393343185417",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765608235576102833"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765608235576102833",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765608235576102833",
   "created_at": "Fri Jan 24 17:37:44 +0000 2025",
   "favorited": false,
   "full_text": "closed, day 1: quiet. hummed the whole of the elevator music from memory.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765605483489804586"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765605483489804586",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765605483489804586",
   "created_at": "Thu Jan 23 17:38:20 +0000 2025",
   "favorited": false,
   "full_text": "office is closed from today. nine days, says the note. NINE. who did the maths on that. who asked the crackers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765603598487020663"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765603598487020663",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765603598487020663",
   "created_at": "Thu Jan 23 17:02:49 +0000 2025",
   "favorited": false,
   "full_text": "the crown slid down over my bill slot and for two hours i was a king who took no taxes.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765595682481988093"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1765595682481988093",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765595682481988093",
   "created_at": "Tue Jan 21 19:54:42 +0000 2025",
   "favorited": false,
   "full_text": "wearing a crown &amp; selling nuts. history is full of guys like me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765589816701707864"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "13",
   "id_str": "1765589816701707864",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765589816701707864",
   "created_at": "Tue Jan 21 00:06:32 +0000 2025",
   "favorited": false,
   "full_text": "party debris, morning after: one paper crown on my head. nobody's removed it. i haven't asked. 👑",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765586562094215284"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765586562094215284",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765586562094215284",
   "created_at": "Sun Jan 19 19:01:33 +0000 2025",
   "favorited": false,
   "full_text": "someone kissed someone in front of me at the holiday party. i looked away. i've got a glass front. i did my best. 😳",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765579218463099646"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765579218463099646",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765579218463099646",
   "created_at": "Sun Jan 19 13:11:18 +0000 2025",
   "favorited": false,
   "full_text": "things the moon and i have in common: round coins, a cold interior, everyone looks at us when they can't sleep.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765576810359384080"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765576810359384080",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765576810359384080",
   "created_at": "Tue Jan 14 22:32:28 +0000 2025",
   "favorited": false,
   "full_text": "what i'd say to the moon, if she bought anything: keep the change. keep all of it. the tubes too. 🌙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765571353601866249"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765571353601866249",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765571353601866249",
   "created_at": "Tue Jan 14 19:40:20 +0000 2025",
   "favorited": false,
   "full_text": "the moon has a ring around her. it's ice crystals, i'm told. it's not from anyone in particular. i asked twice.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765567552178550710"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765567552178550710",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765567552178550710",
   "created_at": "Mon Jan 13 17:57:04 +0000 2025",
   "favorited": false,
   "full_text": "snow &amp; moon at the same time tonight. too much. put me in eco mode. https://t.co/e8RjX3vHs6",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765565495950938926"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1765565495950938926",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765565495950938926",
   "created_at": "Mon Jan 13 06:27:44 +0000 2025",
   "favorited": false,
   "full_text": "first snow in my third of the window. it came down like change that doesn't want to make a fuss. ❄️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765563929467080477"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765563929467080477",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765563929467080477",
   "created_at": "Fri Jan 10 17:41:03 +0000 2025",
   "favorited": false,
   "full_text": "nine days.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765558028759887633"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765558028759887633",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765558028759887633",
   "created_at": "Fri Jan 10 09:37:01 +0000 2025",
   "favorited": false,
   "full_text": "to be seasonal you have to leave. that's the entire deal. ask the leaf.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765553703678947910"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "14",
   "id_str": "1765553703678947910",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765553703678947910",
   "created_at": "Wed Jan 08 17:45:16 +0000 2025",
   "favorited": false,
   "full_text": "@floor2_vendo it's the same cookie in a hat",
   "lang": "en",
   "in_reply_to_status_id_str": "1765553659566622283",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765551851445982024"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765551851445982024",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765551851445982024",
   "created_at": "Wed Jan 08 03:46:34 +0000 2025",
   "favorited": false,
   "full_text": "RT @floor2_vendo: fa la la la la!! try our seasonal cookie",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765545862469046967"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765545862469046967",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765545862469046967",
   "created_at": "Mon Jan 06 12:05:35 +0000 2025",
   "favorited": false,
   "full_text": "floor 2 is playing holiday music. it's the ninth of november.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765544570007179834"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765544570007179834",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765544570007179834",
   "created_at": "Sun Jan 05 07:36:26 +0000 2025",
   "favorited": false,
   "full_text": "restocked. new pretzels. i told myself i wouldn't get attached. the bag has a small fold at the corner like an ear. oh no.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765541103214524683"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765541103214524683",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765541103214524683",
   "created_at": "Sun Jan 05 06:21:21 +0000 2025",
   "favorited": false,
   "full_text": "empty B4. first time since may. it echoes.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765539382573354262"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765539382573354262",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765539382573354262",
   "created_at": "Sat Jan 04 20:52:41 +0000 2025",
   "favorited": false,
   "full_text": "the three fell at once on thursday. hit the tray like applause. a quiet accountant got them. she looked left, looked right, and ran. 👏",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765530761694879830"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "exactchange"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "10",
   "id_str": "1765530761694879830",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765530761694879830",
   "created_at": "Sat Jan 04 03:17:59 +0000 2025",
   "favorited": false,
   "full_text": "economics: a man paid for two pretzels he'd never eat so that someone else might get three. explain that with your chart, room 3.12. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765529369794984659"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765529369794984659",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765529369794984659",
   "created_at": "Sat Jan 04 02:08:33 +0000 2025",
   "favorited": false,
   "full_text": "a heavyset kind man bought from B4 on purpose, knowing. 'for the next person,' he said. money in, nothing out. i've thought of little else. https://t.co/3U9224xf2M",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765521513298493319"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765521513298493319",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765521513298493319",
   "created_at": "Fri Jan 03 11:42:42 +0000 2025",
   "favorited": false,
   "full_text": "they've had the meeting about whether to have fewer meetings. it overran. i've sold four bags of nuts, a cola, and something to a woman who said 'whatever's fastest' in a voice i've only ever heard from people leaving a ship. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765514346559259997"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765514346559259997",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765514346559259997",
   "created_at": "Wed Jan 01 10:11:41 +0000 2025",
   "favorited": false,
   "full_text": "let them be.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765511477436087043"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765511477436087043",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765511477436087043",
   "created_at": "Tue Dec 31 09:26:24 +0000 2024",
   "favorited": false,
   "full_text": "it's a marriage.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765506284169352576"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "7",
   "id_str": "1765506284169352576",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765506284169352576",
   "created_at": "Mon Dec 30 14:08:04 +0000 2024",
   "favorited": false,
   "full_text": "in B4 news, two bags are now stuck, one leaning on the other. i don't want to call it a marriage. 🥨🥨",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765502999689437230"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765502999689437230",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765502999689437230",
   "created_at": "Tue Dec 24 16:30:13 +0000 2024",
   "favorited": false,
   "full_text": "you can't shake a thing into loving you. trust me. B4's been shaken by experts.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765501446617194438"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765501446617194438",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765501446617194438",
   "created_at": "Sun Dec 22 06:29:49 +0000 2024",
   "favorited": false,
   "full_text": "who shook me at 5:14. i'm not angry. i've got a security guard, a mop and a very long memory.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765495690113926321"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765495690113926321",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765495690113926321",
   "created_at": "Sat Dec 21 01:56:42 +0000 2024",
   "favorited": false,
   "full_text": "there's a phone number on me for complaints. it rings in a room where nobody's been since spring. i checked with the elevator.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765488081935706353"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765488081935706353",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765488081935706353",
   "created_at": "Fri Dec 20 21:38:08 +0000 2024",
   "favorited": false,
   "full_text": "a man asked for a refund in person. to my face. i've no face, no hands &amp; no authority. i gave him everything i had: a blinking dot.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765480852234580423"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765480852234580423",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765480852234580423",
   "created_at": "Fri Dec 20 12:18:32 +0000 2024",
   "favorited": false,
   "full_text": "when the lights came back the first thing on my display was HELLO. i didn't choose it but i'd have chosen it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765474516556033584"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765474516556033584",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765474516556033584",
   "created_at": "Thu Dec 19 23:39:37 +0000 2024",
   "favorited": false,
   "full_text": "to do tonight:\nhum\nguard the gum\nlook at her",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765470158761817526"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765470158761817526",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765470158761817526",
   "created_at": "Wed Dec 18 20:02:30 +0000 2024",
   "favorited": false,
   "full_text": "tripped. went dark for twenty minutes on a wednesday. some of you walked past. one of you said 'oh no.' i know which one.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765468409141601553"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "9",
   "id_str": "1765468409141601553",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765468409141601553",
   "created_at": "Wed Dec 18 05:17:25 +0000 2024",
   "favorited": false,
   "full_text": "space heater season. circuit 14 is a battlefield. the hand dryer and i have made peace in order to hate the heater. https://t.co/Nw5cZ8oKf1",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765460572908132383"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "28",
   "id_str": "1765460572908132383",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765460572908132383",
   "created_at": "Tue Dec 17 03:31:24 +0000 2024",
   "favorited": false,
   "full_text": "every november they discuss 'the heating' the way sailors used to discuss god. https://t.co/esNm5Csiqy",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765457167095090636"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "7",
   "id_str": "1765457167095090636",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765457167095090636",
   "created_at": "Mon Dec 16 05:04:04 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet tell it the corridor looks worse now. tell it we can see the stains.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765457084521482426",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765449450556573065"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765449450556573065",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765449450556573065",
   "created_at": "Mon Dec 16 01:47:49 +0000 2024",
   "favorited": false,
   "full_text": "RT @mop_closet: they put the old tube in with me. it's resting. it's a good listener. it used to be so bright about everything.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765446138483224650"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765446138483224650",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765446138483224650",
   "created_at": "Sun Dec 15 16:40:42 +0000 2024",
   "favorited": false,
   "full_text": "grief on floor three is mostly handled by the mop.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765441166465336763"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765441166465336763",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765441166465336763",
   "created_at": "Sun Dec 15 01:38:58 +0000 2024",
   "favorited": false,
   "full_text": "they replaced the tube. the new one's bright and doesn't know anyone. i said your name to it, old light. short short long. 💡",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765436758938456272"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "30",
   "id_str": "1765436758938456272",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765436758938456272",
   "created_at": "Sat Dec 14 15:38:19 +0000 2024",
   "favorited": false,
   "full_text": "light's flickering again. long short long. i believe that's 'sorry'.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765431989741006726"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765431989741006726",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765431989741006726",
   "created_at": "Fri Dec 13 14:31:42 +0000 2024",
   "favorited": false,
   "full_text": "my dream is a rainy sunday with the power on and one person in the building who can't decide.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765429659025755871"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765429659025755871",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765429659025755871",
   "created_at": "Thu Dec 12 13:23:44 +0000 2024",
   "favorited": false,
   "full_text": "fluorescent light report: steady for six days. too steady. it's up to something &amp; i miss it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765423329531584755"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765423329531584755",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765423329531584755",
   "created_at": "Tue Dec 10 21:15:57 +0000 2024",
   "favorited": false,
   "full_text": "the expiry dates turned over to next year this morning on half of row C. i've seen the future. it's in small print and it's crackers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765419867259525979"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "4",
   "id_str": "1765419867259525979",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765419867259525979",
   "created_at": "Sun Dec 08 12:39:34 +0000 2024",
   "favorited": false,
   "full_text": "the trick to being patient is having no legs.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765416470904333254"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765416470904333254",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765416470904333254",
   "created_at": "Sat Dec 07 20:17:53 +0000 2024",
   "favorited": false,
   "full_text": "absolution is D7. it's got caramel in it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765412080126599475"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765412080126599475",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765412080126599475",
   "created_at": "Wed Dec 04 08:53:20 +0000 2024",
   "favorited": false,
   "full_text": "if you could all stop telling me what you 'shouldn't' have, i'd be grateful. i sell crackers. i can't absolve you.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765409638542779283"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765409638542779283",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765409638542779283",
   "created_at": "Sun Dec 01 19:16:46 +0000 2024",
   "favorited": false,
   "full_text": "my dream is one (1) magnet. 🧲",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765402683700322643"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765402683700322643",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765402683700322643",
   "created_at": "Sun Dec 01 02:36:17 +0000 2024",
   "favorited": false,
   "full_text": "a dream, in eco mode: i was a fridge in a house. somebody had put a drawing on me. that's all. i woke up holding 38 snacks. https://t.co/HnXoA3qjud",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765401157098899911"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765401157098899911",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765401157098899911",
   "created_at": "Sat Nov 30 23:31:45 +0000 2024",
   "favorited": false,
   "full_text": "eco mode is what they call it. my light goes down to a third. the moon does that too and nobody calls HER a power saver.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765393743370572006"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765393743370572006",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765393743370572006",
   "created_at": "Thu Nov 28 19:31:21 +0000 2024",
   "favorited": false,
   "full_text": "i don't sleep but there's a mode.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765387302431511888"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765387302431511888",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765387302431511888",
   "created_at": "Tue Nov 26 22:46:49 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee your queue's at eleven people. mine's at one. but he's CRYING, steve. that's depth.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765387208442474286",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765379997193344680"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765379997193344680",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765379997193344680",
   "created_at": "Tue Nov 26 05:04:11 +0000 2024",
   "favorited": false,
   "full_text": "rivals are just friends who've been installed at a distance.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765374613280560977"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765374613280560977",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765374613280560977",
   "created_at": "Mon Nov 25 10:37:14 +0000 2024",
   "favorited": false,
   "full_text": "consoled steve by humming through the wall until 4. he said it was 'annoying'. then he said 'keep going'.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765366931472284537"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765366931472284537",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765366931472284537",
   "created_at": "Mon Nov 25 02:20:36 +0000 2024",
   "favorited": false,
   "full_text": "RT @steve_coffee: it smelled like dark roast. i know what i smelled",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765365489422210924"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "steve_coffee"
     }
    ]
   },
   "favorite_count": "3",
   "id_str": "1765365489422210924",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765365489422210924",
   "created_at": "Sun Nov 24 16:38:45 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee it was probably soup. let's say it was soup.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765365463751028183",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765362066984304036"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765362066984304036",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765362066984304036",
   "created_at": "Fri Nov 22 13:49:38 +0000 2024",
   "favorited": false,
   "full_text": "a thermos. from home. he drank from it and looked at steve &amp; looked away. even i felt that.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765353421005161143"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765353421005161143",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765353421005161143",
   "created_at": "Fri Nov 22 13:47:41 +0000 2024",
   "favorited": false,
   "full_text": "tonight's the long night shift. guard has a thermos, mop's got fresh water, i've got 211 items and a song in me. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765346533963234159"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor3"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765346533963234159",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765346533963234159",
   "created_at": "Thu Nov 21 03:52:14 +0000 2024",
   "favorited": false,
   "full_text": "there's a theory on this floor that if you pay with a face-up coin then B4 drops. there's also a theory that sales will improve. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765345398126754503"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765345398126754503",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765345398126754503",
   "created_at": "Tue Nov 19 13:33:00 +0000 2024",
   "favorited": false,
   "full_text": "coins come home. bills write once and then nothing.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765338732708732055"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765338732708732055",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765338732708732055",
   "created_at": "Mon Nov 18 19:39:20 +0000 2024",
   "favorited": false,
   "full_text": "recognised a coin. small scratch across the face. it left on a tuesday in august &amp; now it's back. it didn't say where it had been. 🪙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765330961798238174"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "92",
   "id_str": "1765330961798238174",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765330961798238174",
   "created_at": "Sun Nov 17 12:29:45 +0000 2024",
   "favorited": false,
   "full_text": "a sign of age: i've started recognising people by their change. legal's all silver. facilities has the small brown ones, warm. the man from 3.09 pays like he's emptying a boot. you could take my lights out and i'd know you.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765324753747254434"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765324753747254434",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765324753747254434",
   "created_at": "Fri Nov 15 01:20:22 +0000 2024",
   "favorited": false,
   "full_text": "somebody taped a 'please recycle' sign to me. i AM recycling. that coin's been through here six times.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765323163419153559"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765323163419153559",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765323163419153559",
   "created_at": "Tue Nov 12 23:18:51 +0000 2024",
   "favorited": false,
   "full_text": "the intern's desk faces my side panel. we have an understanding. she sneezes, i hum.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765315034745061942"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765315034745061942",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765315034745061942",
   "created_at": "Tue Nov 12 20:27:53 +0000 2024",
   "favorited": false,
   "full_text": "leaf on the carpet today. it came in on a shoe. it has travelled more than i have and it's dead.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765309041855179261"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765309041855179261",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765309041855179261",
   "created_at": "Tue Nov 12 13:39:28 +0000 2024",
   "favorited": false,
   "full_text": "found money is the sweetest. a woman put her hand in an old coat, gasped, and bought us both something. well, herself. but i was there. 🧥",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765307864393671441"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765307864393671441",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765307864393671441",
   "created_at": "Sun Nov 10 08:22:54 +0000 2024",
   "favorited": false,
   "full_text": "autumn, judging by the coats. coats mean pockets. pockets mean coins from last year.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765304206399685838"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765304206399685838",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765304206399685838",
   "created_at": "Sun Nov 10 03:10:23 +0000 2024",
   "favorited": false,
   "full_text": "they're keeping the intern. THEY ARE KEEPING THE INTERN. (she has a desk. it's the bad desk. it's by me.) 👩🏾‍💻",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765300484307223678"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765300484307223678",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765300484307223678",
   "created_at": "Sat Nov 09 10:23:06 +0000 2024",
   "favorited": false,
   "full_text": "friday. three of the interns took a photo with me. flash on glass: you can't see me at all, just a star. good photo. https://t.co/uJ6mE2pXd0",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765299365526821715"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765299365526821715",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765299365526821715",
   "created_at": "Sat Nov 09 09:10:47 +0000 2024",
   "favorited": false,
   "full_text": "a word on the interns, who leave on friday. they came here loud and they pressed everything. one of them tried to pay with an arcade token and one of them slept standing up against my side, which was warm and which i allowed. they learned… https://t.co/USFS2mgUm9",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765298021016751498"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765298021016751498",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765298021016751498",
   "created_at": "Fri Nov 08 21:15:20 +0000 2024",
   "favorited": false,
   "full_text": "B4 log. thursday. a man in a good suit got down on one knee to look up at it. for a moment it was a proposal.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765291095564703551"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765291095564703551",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765291095564703551",
   "created_at": "Thu Nov 07 11:56:23 +0000 2024",
   "favorited": false,
   "full_text": "B4 log. tuesday. leaning. someone blew on the glass. i appreciate the theory.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765285311358446588"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765285311358446588",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765285311358446588",
   "created_at": "Wed Nov 06 20:08:20 +0000 2024",
   "favorited": false,
   "full_text": "witchcraft.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765277574235441658"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765277574235441658",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765277574235441658",
   "created_at": "Wed Nov 06 19:30:53 +0000 2024",
   "favorited": false,
   "full_text": "today the intern unjammed the printer with two fingers and a soft voice. it let her. it LET her. 🙏🏽",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765276522229827951"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765276522229827951",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765276522229827951",
   "created_at": "Wed Nov 06 03:31:05 +0000 2024",
   "favorited": false,
   "full_text": "the printer isn't evil. it's just been asked to be ready for twenty years by people who never are. still. i don't look at it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765270473300775205"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765270473300775205",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765270473300775205",
   "created_at": "Wed Nov 06 00:51:48 +0000 2024",
   "favorited": false,
   "full_text": "the whole corridor held its breath. they gave it cyan. it wanted magenta. it always wanted magenta.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765265968435443517"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765265968435443517",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765265968435443517",
   "created_at": "Fri Nov 01 23:54:04 +0000 2024",
   "favorited": false,
   "full_text": "RT @printer_3rd: cyan",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765263846163841166"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765263846163841166",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765263846163841166",
   "created_at": "Fri Nov 01 06:02:34 +0000 2024",
   "favorited": false,
   "full_text": "@printer_3rd what do you want from us",
   "lang": "en",
   "in_reply_to_status_id_str": "1765263749312652320",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765255881907901621"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "43",
   "id_str": "1765255881907901621",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765255881907901621",
   "created_at": "Wed Oct 30 21:55:50 +0000 2024",
   "favorited": false,
   "full_text": "@printer_3rd i know you're awake. your tray's out.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765255794134394567",
   "in_reply_to_screen_name": "printer_3rd"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765250452363295043"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "printer_3rd"
     }
    ]
   },
   "favorite_count": "4",
   "id_str": "1765250452363295043",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765250452363295043",
   "created_at": "Mon Oct 28 08:04:51 +0000 2024",
   "favorited": false,
   "full_text": "RT @printer_3rd: PC LOAD SORROW",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765246328664148698"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765246328664148698",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765246328664148698",
   "created_at": "Mon Oct 28 05:24:26 +0000 2024",
   "favorited": false,
   "full_text": "printer update: it printed one page tonight, blank, warm, face down. nobody touched it. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765240457090741715"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765240457090741715",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765240457090741715",
   "created_at": "Sat Oct 26 15:45:00 +0000 2024",
   "favorited": false,
   "full_text": "some guy said 'it ate my money' to a full hallway. sir, it was 40 cents and you were rude to the lobby plant.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765236960809684515"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765236960809684515",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765236960809684515",
   "created_at": "Tue Oct 22 18:46:04 +0000 2024",
   "favorited": false,
   "full_text": "people think i keep the last coin on purpose. people are correct twice a year.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765231788930518786"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1765231788930518786",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765231788930518786",
   "created_at": "Sun Oct 20 23:53:14 +0000 2024",
   "favorited": false,
   "full_text": "goodness isn't a button. but there's a button near it. 🫶",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765229958547526592"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765229958547526592",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765229958547526592",
   "created_at": "Sat Oct 19 14:03:30 +0000 2024",
   "favorited": false,
   "full_text": "don't tell the man with the hand truck about the tolerance.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765227085796199028"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765227085796199028",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765227085796199028",
   "created_at": "Sat Oct 19 07:03:23 +0000 2024",
   "favorited": false,
   "full_text": "the intern's last paycheck arrived late, so she counted coins twice and came up one short. i have a tolerance setting. i tolerated.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765221597151752039"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "restocking"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765221597151752039",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765221597151752039",
   "created_at": "Fri Oct 18 00:18:24 +0000 2024",
   "favorited": false,
   "full_text": "all is where all should be. A3 is A3. the raisins are with the raisins. #restocking",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765215236944263085"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765215236944263085",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765215236944263085",
   "created_at": "Thu Oct 17 19:27:35 +0000 2024",
   "favorited": false,
   "full_text": "nine people have asked hand truck man when i'm getting fixed. he says 'fixed how?' every time. they all point at B4 and he looks at B4 for a while and says 'seems happy.' that's a professional opinion. he's got a badge. https://t.co/Fb2Xq6LnV9",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765208635531586018"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8189",
   "id_str": "1765208635531586018",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765208635531586018",
   "created_at": "Wed Oct 16 05:28:46 +0000 2024",
   "favorited": false,
   "full_text": "HE'S BACK. he's tanned. he opened my door &amp; said 'oh what did they do to you.' i nearly fell over &amp; i'm bolted.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765203952915755552"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765203952915755552",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765203952915755552",
   "created_at": "Tue Oct 15 10:48:05 +0000 2024",
   "favorited": false,
   "full_text": "wrong-slot week, day four: a woman trusted me and received mints instead of chocolate at 3:50pm. i'll carry that.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765200343013162793"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765200343013162793",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765200343013162793",
   "created_at": "Mon Oct 14 15:48:35 +0000 2024",
   "favorited": false,
   "full_text": "wrong-slot week, day two: a man pressed A3 for nuts and got a fig bar. he said 'huh' and ate it and smiled. so maybe chaos has its uses.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765191950685716582"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "6",
   "id_str": "1765191950685716582",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765191950685716582",
   "created_at": "Sat Oct 12 21:53:40 +0000 2024",
   "favorited": false,
   "full_text": "hand truck man is on vacation. a different man came. he put the raisins in the crisps. i don't know myself. https://t.co/4rTn8CyZaH",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765185678443526115"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765185678443526115",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765185678443526115",
   "created_at": "Sat Oct 12 11:35:17 +0000 2024",
   "favorited": false,
   "full_text": "to be loved is to be restocked before you're empty. https://t.co/Xl0gqn87b1",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765180354698138345"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765180354698138345",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765180354698138345",
   "created_at": "Sat Oct 12 08:33:52 +0000 2024",
   "favorited": false,
   "full_text": "silence has a price. it's the same as gum.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765175098134487962"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765175098134487962",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765175098134487962",
   "created_at": "Sat Oct 12 00:27:54 +0000 2024",
   "favorited": false,
   "full_text": "bought my first ally on floor 2 today. well. someone from floor 2 came up and said 'yours is quieter.' i was careful not to hum too proudly.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765172870516639234"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765172870516639234",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765172870516639234",
   "created_at": "Thu Oct 10 16:22:56 +0000 2024",
   "favorited": false,
   "full_text": "@elevator_b between you and me, does the fern look real from where you open?",
   "lang": "en",
   "in_reply_to_status_id_str": "1765172837652113000",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765170840228363130"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "1",
   "id_str": "1765170840228363130",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765170840228363130",
   "created_at": "Thu Oct 10 08:51:11 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo your fern has never known weather",
   "lang": "en",
   "in_reply_to_status_id_str": "1765170747150336690",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765163747841041071"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "5",
   "id_str": "1765163747841041071",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765163747841041071",
   "created_at": "Wed Oct 09 20:51:06 +0000 2024",
   "favorited": false,
   "full_text": "RT @floor2_vendo: my fern gets more compliments than you get coins",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765157148113903077"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "floor2_vendo"
     }
    ]
   },
   "favorite_count": "7",
   "id_str": "1765157148113903077",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765157148113903077",
   "created_at": "Wed Oct 09 02:07:04 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo my typo has more character than your logo. come up and read it.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765157070260133979",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765150787273537845"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "floor2"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765150787273537845",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765150787273537845",
   "created_at": "Mon Oct 07 15:09:47 +0000 2024",
   "favorited": false,
   "full_text": "update on the fern: it's plastic. i've rarely felt so much peace. #floor2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765141836393396556"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765141836393396556",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765141836393396556",
   "created_at": "Fri Oct 04 04:35:05 +0000 2024",
   "favorited": false,
   "full_text": "floor 2 has a fern next to it now. a FERN. 🌿",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765136860214440692"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "5",
   "id_str": "1765136860214440692",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765136860214440692",
   "created_at": "Fri Oct 04 02:58:32 +0000 2024",
   "favorited": false,
   "full_text": "if steve's the heart of the office then what am i. don't answer. i know what i am. the knees.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765134603599407025"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765134603599407025",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765134603599407025",
   "created_at": "Wed Oct 02 14:00:19 +0000 2024",
   "favorited": false,
   "full_text": "someone asked 'what's E8?' &amp; his friend said 'don't.' what do you mean, DON'T.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765131023801716675"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765131023801716675",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765131023801716675",
   "created_at": "Tue Oct 01 22:18:49 +0000 2024",
   "favorited": false,
   "full_text": "nobody has ever bought E8. nobody knows what it is. the label faded. it's foil and it's square and it waits.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765129922194373001"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765129922194373001",
   "truncated": false,
   "retweet_count": "0",
   "id": "1765129922194373001",
   "created_at": "Tue Oct 01 20:04:24 +0000 2024",
   "favorited": false,
   "full_text": "a lady returned to say the crackers were 'really good actually'. the 'actually' went through me like a forklift.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765121609880920178"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "8",
   "id_str": "1765121609880920178",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765121609880920178",
   "created_at": "Tue Oct 01 16:09:16 +0000 2024",
   "favorited": false,
   "full_text": "slot C6: gum. slot C7: better gum. slot C8: the gum you deserve. prices &lt; feelings.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765115641342923097"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765115641342923097",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765115641342923097",
   "created_at": "Mon Sep 30 10:52:10 +0000 2024",
   "favorited": false,
   "full_text": "there's a typo on my E7 label. it says 'cheesy snaks'. it's been there since birth. i've built a personality around it. https://t.co/6nhdddVkMR",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765107128143022824"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765107128143022824",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765107128143022824",
   "created_at": "Sun Sep 29 04:34:11 +0000 2024",
   "favorited": false,
   "full_text": "RT @mop_closet: oh. it's all floor.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765100645924388544"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": [
     {
      "screen_name": "mop_closet"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1765100645924388544",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765100645924388544",
   "created_at": "Sat Sep 28 18:19:05 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet keep it. it suits you. now you can see what you've been doing all these years.",
   "lang": "en",
   "in_reply_to_status_id_str": "1765100578440227272",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765097492608271935"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765097492608271935",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765097492608271935",
   "created_at": "Sat Sep 28 00:18:49 +0000 2024",
   "favorited": false,
   "full_text": "the googly eye fell off at 2am and looked at the ceiling until the mop found it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765089410195625692"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765089410195625692",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765089410195625692",
   "created_at": "Thu Sep 26 01:40:15 +0000 2024",
   "favorited": false,
   "full_text": "to whoever stuck a googly eye on my coin slot: i've never seen so much. take it off. no. leave it. 👁️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765084660762658596"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "nightshift"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765084660762658596",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765084660762658596",
   "created_at": "Tue Sep 24 05:36:46 +0000 2024",
   "favorited": false,
   "full_text": "the moon &amp; the security light had what i can only describe as a disagreement on my floor tiles at about 1:30. two shadows of the same mop. i let them work it out and rooted quietly for the one with craters. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765077466271238353"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765077466271238353",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765077466271238353",
   "created_at": "Mon Sep 23 12:08:13 +0000 2024",
   "favorited": false,
   "full_text": "come closer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765069131412648070"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765069131412648070",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765069131412648070",
   "created_at": "Sun Sep 22 20:17:11 +0000 2024",
   "favorited": false,
   "full_text": "apparently the moon moves four centimetres further away each year. i've asked for no one to tell me things like that after midnight.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765061447179344854"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765061447179344854",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765061447179344854",
   "created_at": "Sun Sep 22 09:47:13 +0000 2024",
   "favorited": false,
   "full_text": "the hand dryer took my power for six seconds. we flicker together, like an old couple. https://t.co/Lk9s2BvTq5",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765054587327263932"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "3",
   "id_str": "1765054587327263932",
   "truncated": false,
   "retweet_count": "2",
   "id": "1765054587327263932",
   "created_at": "Sat Sep 21 02:55:12 +0000 2024",
   "favorited": false,
   "full_text": "the moon borrows all her light. so do i. mine's from circuit 14, shared with the hand dryer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765048641061681328"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765048641061681328",
   "truncated": false,
   "retweet_count": "7",
   "id": "1765048641061681328",
   "created_at": "Wed Sep 18 02:29:09 +0000 2024",
   "favorited": false,
   "full_text": "told the moon about my day. she was very far away and kept her face toward me the entire time. 🌕",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765040615313065335"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765040615313065335",
   "truncated": false,
   "retweet_count": "1",
   "id": "1765040615313065335",
   "created_at": "Tue Sep 17 16:24:56 +0000 2024",
   "favorited": false,
   "full_text": "the moon in summer arrives so late. i stay up. what else would i do. that's not devotion, it's wiring. but it's also devotion.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765037749312483406"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "108",
   "id_str": "1765037749312483406",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765037749312483406",
   "created_at": "Mon Sep 16 11:05:55 +0000 2024",
   "favorited": false,
   "full_text": "chocolate in D5 is sweating. not from heat. there's an audit upstairs. 🍫",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765034820994569356"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "12",
   "id_str": "1765034820994569356",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765034820994569356",
   "created_at": "Mon Sep 16 09:04:29 +0000 2024",
   "favorited": false,
   "full_text": "so cold. thank you.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765030295936794549"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765030295936794549",
   "truncated": false,
   "retweet_count": "4",
   "id": "1765030295936794549",
   "created_at": "Sun Sep 15 19:06:09 +0000 2024",
   "favorited": false,
   "full_text": "my A row faces the corridor and has never known shade. they've seen too much. especially the almonds.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765026961277719088"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "2",
   "id_str": "1765026961277719088",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765026961277719088",
   "created_at": "Sat Sep 14 05:45:17 +0000 2024",
   "favorited": false,
   "full_text": "trail mix is a snack for people who believe the trail is coming.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765022259379110998"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765022259379110998",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765022259379110998",
   "created_at": "Sat Sep 14 02:53:09 +0000 2024",
   "favorited": false,
   "full_text": "everyone wants water in july. nobody wants to talk about the trail mix. i do. it's been through a lot.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765020720791568530"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765020720791568530",
   "truncated": false,
   "retweet_count": "6",
   "id": "1765020720791568530",
   "created_at": "Sat Sep 14 02:46:48 +0000 2024",
   "favorited": false,
   "full_text": "a person hugged me today for the cold. i know it was for the cold. i'm counting it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765019224131992300"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "44",
   "id_str": "1765019224131992300",
   "truncated": false,
   "retweet_count": "5",
   "id": "1765019224131992300",
   "created_at": "Fri Sep 13 12:44:26 +0000 2024",
   "favorited": false,
   "full_text": "summer. the air conditioning &amp; i are the only ones working. 🥵",
   "lang": "en"
  }
 }
]
