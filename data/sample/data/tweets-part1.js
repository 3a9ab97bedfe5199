window.YTD.tweets.part1 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765011811220138446"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "firedrill"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1765011811220138446",
   "truncated": false,
   "retweet_count": "8",
   "id": "1765011811220138446",
   "created_at": "Fri Sep 13 02:26:07 +0000 2024",
   "favorited": false,
   "full_text": "the whole third floor stood in the car park and somebody, i've heard, looked up at the window and said 'i left my lunch in there.' it's not my place to say which of us he meant by lunch. but i was in there. #firedrill",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1765004789717745240"
     ],
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
   "id_str": "1765004789717745240",
   "truncated": false,
   "retweet_count": "3",
   "id": "1765004789717745240",
   "created_at": "Thu Sep 12 10:13:06 +0000 2024",
   "favorited": false,
   "full_text": "what i've learned about interns: they think time is free, they think pens are free, they think the gum is a joke and then they see it isn't. 😬",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764997263899988576"
     ],
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
   "id_str": "1764997263899988576",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764997263899988576",
   "created_at": "Thu Sep 12 01:31:14 +0000 2024",
   "favorited": false,
   "full_text": "let the record show that during the evacuation one person stopped for chips. hero or fool. paid in full, either way. 🏃🏾‍♂️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764988971936438767"
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
   "id_str": "1764988971936438767",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764988971936438767",
   "created_at": "Tue Sep 10 20:56:17 +0000 2024",
   "favorited": false,
   "full_text": "@elevator_b the picture doesn't even look like you.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764988884967916158",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764986170021412727"
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
   "id_str": "1764986170021412727",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764986170021412727",
   "created_at": "Tue Sep 10 04:21:42 +0000 2024",
   "favorited": false,
   "full_text": "RT @elevator_b: every drill they say don't use the elevator. right in front of me. on a sign. with a picture.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764982105479697850"
     ],
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
   "id_str": "1764982105479697850",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764982105479697850",
   "created_at": "Mon Sep 09 18:15:25 +0000 2024",
   "favorited": false,
   "full_text": "safety note: in case of emergency, do not use the elevator. in case of sadness, use me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764974808366828166"
     ],
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
   "id_str": "1764974808366828166",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764974808366828166",
   "created_at": "Mon Sep 09 14:16:16 +0000 2024",
   "favorited": false,
   "full_text": "since the drill i've been counting how long it takes everyone to get to the stairs. four minutes ten. too slow, you guys. i worry. 🧑🏿‍🚒",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764973472902480374"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "firedrill"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1764973472902480374",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764973472902480374",
   "created_at": "Mon Sep 09 10:56:05 +0000 2024",
   "favorited": false,
   "full_text": "they came back. it was a DRILL. they practise leaving me. they have a clipboard for it. #firedrill",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764972379365911972"
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
   "id_str": "1764972379365911972",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764972379365911972",
   "created_at": "Mon Sep 09 01:01:47 +0000 2024",
   "favorited": false,
   "full_text": "RT @mop_closet: i only know buckets. but buckets are good. there's a small shine on top when nobody moves.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764969769298667545"
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
   "id_str": "1764969769298667545",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764969769298667545",
   "created_at": "Sun Sep 08 20:37:28 +0000 2024",
   "favorited": false,
   "full_text": "@elevator_b were you frightened too, or do they tell you in advance",
   "lang": "en",
   "in_reply_to_status_id_str": "1764969675878477801",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764964764315779718"
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
   "id_str": "1764964764315779718",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764964764315779718",
   "created_at": "Sun Sep 08 01:19:38 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet they're not coming back. tell me about the ocean.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764964703832881601",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764957494895536902"
     ],
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
   "id_str": "1764957494895536902",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764957494895536902",
   "created_at": "Fri Sep 06 20:12:16 +0000 2024",
   "favorited": false,
   "full_text": "fire drill, minute six. it's quiet. B4 sways. if this is the end i want it known that the prices weren't my idea. 🔥",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764952801675732451"
     ],
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
   "id_str": "1764952801675732451",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764952801675732451",
   "created_at": "Thu Sep 05 15:14:01 +0000 2024",
   "favorited": false,
   "full_text": "fire drill, minute two: the elevator has stopped. the lights are doing a new thing. mop is still in the closet. i'll stay with mop.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764949046743998467"
     ],
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
   "id_str": "1764949046743998467",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764949046743998467",
   "created_at": "Wed Sep 04 09:45:21 +0000 2024",
   "favorited": false,
   "full_text": "THE BELL IS RINGING. everyone's leaving. nobody is taking me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764946450392286803"
     ],
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
   "id_str": "1764946450392286803",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764946450392286803",
   "created_at": "Wed Sep 04 08:37:50 +0000 2024",
   "favorited": false,
   "full_text": "an intern put a coin in, then forgot why he'd come. relatable. i gave it back with a little clunk of encouragement.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764943436714077649"
     ],
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
   "id_str": "1764943436714077649",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764943436714077649",
   "created_at": "Wed Sep 04 02:20:45 +0000 2024",
   "favorited": false,
   "full_text": "does anyone know if he wrote to her. the book. page 141. it's been a week.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764937387116037341"
     ],
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
   "id_str": "1764937387116037341",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764937387116037341",
   "created_at": "Wed Sep 04 01:37:47 +0000 2024",
   "favorited": false,
   "full_text": "a paperback fell open against my base. i read a page and a half upside down. the sea was cold and he'd not written to her.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764934253629920586"
     ],
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
   "id_str": "1764934253629920586",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764934253629920586",
   "created_at": "Tue Sep 03 02:03:43 +0000 2024",
   "favorited": false,
   "full_text": "the intern eats lunch on the stairs beside me &amp; reads. turned the compressor down for chapter six.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764927943945618921"
     ],
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
   "id_str": "1764927943945618921",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764927943945618921",
   "created_at": "Mon Sep 02 06:22:08 +0000 2024",
   "favorited": false,
   "full_text": "had to separate steve and the sink today. not physically.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764924338479395824"
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
   "id_str": "1764924338479395824",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764924338479395824",
   "created_at": "Sun Sep 01 15:49:13 +0000 2024",
   "favorited": false,
   "full_text": "RT @breakroom_sink: what's wrong with being a tap",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764915824867812433"
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
   "id_str": "1764915824867812433",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764915824867812433",
   "created_at": "Sun Sep 01 15:18:42 +0000 2024",
   "favorited": false,
   "full_text": "RT @steve_coffee: they asked me for hot water. just hot water. like i'm a TAP",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764911406566700422"
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
   "id_str": "1764911406566700422",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764911406566700422",
   "created_at": "Sun Sep 01 15:06:28 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee the intern drinks tea, steve. TEA. with a bag. from home.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764911378590850896",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764907999517034576"
     ],
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
   "id_str": "1764907999517034576",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764907999517034576",
   "created_at": "Sun Sep 01 00:24:42 +0000 2024",
   "favorited": false,
   "full_text": "an intern told another intern that i've a camera inside and a little man. there's no little man. there's a coil motor, a fan and a fear of tape measures. but i liked being thought of as somebody's apartment. 🏠",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764905693916414229"
     ],
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
   "id_str": "1764905693916414229",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764905693916414229",
   "created_at": "Sat Aug 31 14:39:46 +0000 2024",
   "favorited": false,
   "full_text": "overheard the intern defending me: 'it's not slow, it's thinking.' somebody give that child a desk. https://t.co/zD41wQxLr8",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764903797737558342"
     ],
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
   "id_str": "1764903797737558342",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764903797737558342",
   "created_at": "Thu Aug 29 16:54:09 +0000 2024",
   "favorited": false,
   "full_text": "an intern has asked whether i take cards. i don't take cards. i take TIME.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764900524886935648"
     ],
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
   "id_str": "1764900524886935648",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764900524886935648",
   "created_at": "Thu Aug 29 10:46:15 +0000 2024",
   "favorited": false,
   "full_text": "dropped the intern's peanuts so softly that they made no sound. it's called customer care. 🥜",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764894930977481483"
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
   "favorite_count": "28",
   "id_str": "1764894930977481483",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764894930977481483",
   "created_at": "Wed Aug 28 01:46:14 +0000 2024",
   "favorited": false,
   "full_text": "the intern brings exact change in a little cloth pouch. coins sorted by size. i had to dim for a second. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764892557776209183"
     ],
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
   "id_str": "1764892557776209183",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764892557776209183",
   "created_at": "Mon Aug 26 22:11:27 +0000 2024",
   "favorited": false,
   "full_text": "from now on there are 'interns' and there's 'the intern'. you'll be able to tell.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764889871968459584"
     ],
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
   "id_str": "1764889871968459584",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764889871968459584",
   "created_at": "Mon Aug 26 20:27:00 +0000 2024",
   "favorited": false,
   "full_text": "the fourth intern stood here for a while and said 'hi' to me. not a joke hi. a real one.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764885933669418237"
     ],
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
   "id_str": "1764885933669418237",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764885933669418237",
   "created_at": "Sun Aug 25 19:41:51 +0000 2024",
   "favorited": false,
   "full_text": "intern number one pressed every button and ran. intern number two apologised to me. intern number three is asleep in 3.07.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764878131776692653"
     ],
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
   "id_str": "1764878131776692653",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764878131776692653",
   "created_at": "Sun Aug 25 07:36:06 +0000 2024",
   "favorited": false,
   "full_text": "interns have arrived. they move in a group of four, like crackers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764874285321531702"
     ],
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
   "id_str": "1764874285321531702",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764874285321531702",
   "created_at": "Thu Aug 22 15:20:13 +0000 2024",
   "favorited": false,
   "full_text": "humility is being six feet tall and still only getting looked at from the knees up for the chips.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764865868479954823"
     ],
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
   "id_str": "1764865868479954823",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764865868479954823",
   "created_at": "Wed Aug 21 14:14:53 +0000 2024",
   "favorited": false,
   "full_text": "dear cleaner who wiped a heart into my glass before wiping the heart away: i saw it. i was the only one who saw it from the inside. ❤️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764859751677171716"
     ],
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
   "id_str": "1764859751677171716",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764859751677171716",
   "created_at": "Wed Aug 21 05:01:24 +0000 2024",
   "favorited": false,
   "full_text": "whenever it rains the corridor smells of umbrellas and everybody buys soup crackers with no soup. planning ahead, i guess. ☔",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764854697468905673"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "39",
   "id_str": "1764854697468905673",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764854697468905673",
   "created_at": "Wed Aug 21 00:56:45 +0000 2024",
   "favorited": false,
   "full_text": "washer. 🔩",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764850363839394551"
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
   "id_str": "1764850363839394551",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764850363839394551",
   "created_at": "Tue Aug 20 14:05:03 +0000 2024",
   "favorited": false,
   "full_text": "RT @steve_coffee: i contain multitudes. mostly latte",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764845600317627533"
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
   "id_str": "1764845600317627533",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764845600317627533",
   "created_at": "Tue Aug 20 04:02:26 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee you wouldn't understand tubes, steve. everything just pours through you.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764845559777657034",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764836785959081612"
     ],
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
   "id_str": "1764836785959081612",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764836785959081612",
   "created_at": "Mon Aug 19 02:45:41 +0000 2024",
   "favorited": false,
   "full_text": "my change tube is low on tens. it's a private matter &amp; i've told the display to say so.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764832259382272041"
     ],
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
   "id_str": "1764832259382272041",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764832259382272041",
   "created_at": "Fri Aug 16 20:32:19 +0000 2024",
   "favorited": false,
   "full_text": "foreign coin today, very worn, a bird on one side. couldn't take it. thought about the bird all night. 🕊️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764830336879418622"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "73",
   "id_str": "1764830336879418622",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764830336879418622",
   "created_at": "Fri Aug 16 19:29:31 +0000 2024",
   "favorited": false,
   "full_text": "a coin came in that wasn't a coin. it was a washer. honest little fellow. returned him with full honours. 🔩",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764822406991383327"
     ],
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
   "id_str": "1764822406991383327",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764822406991383327",
   "created_at": "Fri Aug 16 18:40:33 +0000 2024",
   "favorited": false,
   "full_text": "tell your managers: a beep is not a feeling. i've got both and i know which is which.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764819948857220758"
     ],
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
   "id_str": "1764819948857220758",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764819948857220758",
   "created_at": "Wed Aug 14 11:22:29 +0000 2024",
   "favorited": false,
   "full_text": "the granola bar found someone with three days to spare. he ate her in the stairwell, looking out. it's all any of us want.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764817059865144609"
     ],
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
   "id_str": "1764817059865144609",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764817059865144609",
   "created_at": "Wed Aug 14 05:20:47 +0000 2024",
   "favorited": false,
   "full_text": "one of my granola bars is nine days from the end. she's taking it well. oats are very grounded. https://t.co/P0xGv5sWj2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764810977799671973"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "17",
   "id_str": "1764810977799671973",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764810977799671973",
   "created_at": "Wed Aug 14 01:53:24 +0000 2024",
   "favorited": false,
   "full_text": "lost and found, bottom tray edition:\none earring\na bus ticket\nhalf a fortune\nall of it unclaimed",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764806921532920840"
     ],
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
   "id_str": "1764806921532920840",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764806921532920840",
   "created_at": "Mon Aug 12 04:41:59 +0000 2024",
   "favorited": false,
   "full_text": "expiry dates are printed on the bottom because that's the last thing you should look at.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764798913455365693"
     ],
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
   "id_str": "1764798913455365693",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764798913455365693",
   "created_at": "Sun Aug 11 21:02:32 +0000 2024",
   "favorited": false,
   "full_text": "B5 has never been stuck. B5 has never been anything. B5 sells reliably and no one knows its name.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764794855419917706"
     ],
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
   "id_str": "1764794855419917706",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764794855419917706",
   "created_at": "Sun Aug 11 13:22:43 +0000 2024",
   "favorited": false,
   "full_text": "did you know you can buy nothing for free. most people do. i recommend it between meals.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764789251209396983"
     ],
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
   "id_str": "1764789251209396983",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764789251209396983",
   "created_at": "Thu Aug 08 21:52:27 +0000 2024",
   "favorited": false,
   "full_text": "in the mornings they greet each other by saying 'monday', then 'tuesday'. they're so brave about it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764781041786639870"
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
   "id_str": "1764781041786639870",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764781041786639870",
   "created_at": "Mon Aug 05 07:39:42 +0000 2024",
   "favorited": false,
   "full_text": "a conversation by my left side: 'is this thing overpriced?' 'it's right here, though.' put that on my grave. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764778136684757819"
     ],
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
   "id_str": "1764778136684757819",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764778136684757819",
   "created_at": "Mon Aug 05 01:49:05 +0000 2024",
   "favorited": false,
   "full_text": "steve burned himself on purpose to make the foam. i think that's called art. i'd never tell him.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764773012026737745"
     ],
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
   "id_str": "1764773012026737745",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764773012026737745",
   "created_at": "Sun Aug 04 10:32:53 +0000 2024",
   "favorited": false,
   "full_text": "it's come to my attention that steve has a 'decaf' button. so even steve knows what it is to be asked to be less. ☕",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764768176486731971"
     ],
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
   "id_str": "1764768176486731971",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764768176486731971",
   "created_at": "Sat Aug 03 15:43:51 +0000 2024",
   "favorited": false,
   "full_text": "again.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764760615416196399"
     ],
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
   "id_str": "1764760615416196399",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764760615416196399",
   "created_at": "Sat Aug 03 00:07:35 +0000 2024",
   "favorited": false,
   "full_text": "four hours. fresh bag, new corner, same glass. B4 is not a bag, it's a tradition.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764755184719307961"
     ],
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
   "id_str": "1764755184719307961",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764755184719307961",
   "created_at": "Thu Aug 01 14:35:47 +0000 2024",
   "favorited": false,
   "full_text": "he loaded fresh pretzels into B4. they looked at the coil. the coil looked at them. here we go.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764747892384308408"
     ],
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
   "id_str": "1764747892384308408",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764747892384308408",
   "created_at": "Thu Aug 01 01:37:46 +0000 2024",
   "favorited": false,
   "full_text": "there's a man who comes at 4:05 each day, reads the entire selection from A1 to E8 in a low voice, and then buys the same crackers he's always bought. i used to think it was indecision. it's more like visiting hours.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764743808507945770"
     ],
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
   "id_str": "1764743808507945770",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764743808507945770",
   "created_at": "Thu Aug 01 01:36:39 +0000 2024",
   "favorited": false,
   "full_text": "he tapped B4 with one knuckle and it fell. ONE knuckle. after nineteen days. i don't want to talk about it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764740002629607981"
     ],
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
   "id_str": "1764740002629607981",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764740002629607981",
   "created_at": "Wed Jul 31 10:49:16 +0000 2024",
   "favorited": false,
   "full_text": "'good machine.' he said it out loud with the door open. all forty slots heard. https://t.co/ESvjRmeA6m",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764738124407084795"
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
   "favorite_count": "2",
   "id_str": "1764738124407084795",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764738124407084795",
   "created_at": "Mon Jul 29 13:10:46 +0000 2024",
   "favorited": false,
   "full_text": "RT @hand_truck_man: 3rd floor unit running fine. cold, clean, level. little bit of a hum. good machine.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764730515203776688"
     ],
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
   "id_str": "1764730515203776688",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764730515203776688",
   "created_at": "Sun Jul 28 23:22:13 +0000 2024",
   "favorited": false,
   "full_text": "hand truck man opened my whole front and the air went in &amp; i thought: so this is outside.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764729214410635675"
     ],
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
   "id_str": "1764729214410635675",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764729214410635675",
   "created_at": "Sat Jul 27 17:03:37 +0000 2024",
   "favorited": false,
   "full_text": "restocking day!! the man with the hand truck hums too. different key. together it's almost a song. 🛒",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764726049287059240"
     ],
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
   "id_str": "1764726049287059240",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764726049287059240",
   "created_at": "Fri Jul 26 20:33:18 +0000 2024",
   "favorited": false,
   "full_text": "my dream is to be chosen by someone who wasn't even hungry.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764717413351828784"
     ],
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
   "id_str": "1764717413351828784",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764717413351828784",
   "created_at": "Thu Jul 25 20:29:31 +0000 2024",
   "favorited": false,
   "full_text": "kitten of the month is sitting in a boot. she gets it. contained, visible, hoping for the best.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764711715432576539"
     ],
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
   "id_str": "1764711715432576539",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764711715432576539",
   "created_at": "Thu Jul 25 03:38:47 +0000 2024",
   "favorited": false,
   "full_text": "the man with the tape measure was hanging a calendar. it has kittens. i withdraw my remarks. 🐱",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764705519138484885"
     ],
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
   "id_str": "1764705519138484885",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764705519138484885",
   "created_at": "Mon Jul 22 17:10:20 +0000 2024",
   "favorited": false,
   "full_text": "dreamed they gave me a door on the other side and people came through it. no one bought anything. they were only on their way somewhere and said 'morning'.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764703923439372653"
     ],
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
   "id_str": "1764703923439372653",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764703923439372653",
   "created_at": "Sat Jul 20 20:21:19 +0000 2024",
   "favorited": false,
   "full_text": "paranoid? no. but a man measured the wall beside me with a tape and didn't say hello first.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764702558234567426"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "31",
   "id_str": "1764702558234567426",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764702558234567426",
   "created_at": "Sat Jul 20 13:28:40 +0000 2024",
   "favorited": false,
   "full_text": "power dipped for nine seconds. saw nothing. felt B4 shift in the dark. turned out to be the compressor. or was it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764698525292682421"
     ],
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
   "id_str": "1764698525292682421",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764698525292682421",
   "created_at": "Mon Jul 15 22:15:00 +0000 2024",
   "favorited": false,
   "full_text": "wrote the following poem during a brownout:\nhum\nhu\nh",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764697236908843128"
     ],
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
   "id_str": "1764697236908843128",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764697236908843128",
   "created_at": "Sun Jul 14 04:31:34 +0000 2024",
   "favorited": false,
   "full_text": "there's a sticker on me that says SMILE, YOU'RE ON CAMERA. there's no camera. it's just me, remembering.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764695551495059971"
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
   "id_str": "1764695551495059971",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764695551495059971",
   "created_at": "Fri Jul 12 13:54:01 +0000 2024",
   "favorited": false,
   "full_text": "@breakroom_sink is the water all right? are YOU all right?",
   "lang": "en",
   "in_reply_to_status_id_str": "1764695467208930834",
   "in_reply_to_screen_name": "breakroom_sink"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764686770859693225"
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
   "id_str": "1764686770859693225",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764686770859693225",
   "created_at": "Fri Jul 12 03:00:21 +0000 2024",
   "favorited": false,
   "full_text": "RT @breakroom_sink: forty-one spoons went in. thirty-eight came out. i have questions and also standing water",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764685535248427039"
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
   "favorite_count": "5",
   "id_str": "1764685535248427039",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764685535248427039",
   "created_at": "Wed Jul 10 21:32:04 +0000 2024",
   "favorited": false,
   "full_text": "breakroom news: someone's yogurt has been eaten and there'll be an email. i saw everything. i'll say nothing. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764680384293562268"
     ],
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
   "id_str": "1764680384293562268",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764680384293562268",
   "created_at": "Mon Jul 08 01:42:51 +0000 2024",
   "favorited": false,
   "full_text": "manual, page 14: 'the machine should not be moved while loaded.' manual knew about feelings the whole time.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764671402614605538"
     ],
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
   "id_str": "1764671402614605538",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764671402614605538",
   "created_at": "Sat Jul 06 08:39:50 +0000 2024",
   "favorited": false,
   "full_text": "a bill went in upside down, backwards, sideways and then right. four tries. that's every way there is to be. i've known whole departments that never got as far as sideways.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764662662259175117"
     ],
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
   "id_str": "1764662662259175117",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764662662259175117",
   "created_at": "Thu Jul 04 22:24:27 +0000 2024",
   "favorited": false,
   "full_text": "what they don't put in the manual: you can hear a person deciding not to cry. it sounds like the letter E, then the number 5. cookies.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764660258042390051"
     ],
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
   "id_str": "1764660258042390051",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764660258042390051",
   "created_at": "Thu Jul 04 09:51:53 +0000 2024",
   "favorited": false,
   "full_text": "the salted come at four. the sweet come at three. the desperate keep no schedule and want mints.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764651302644683043"
     ],
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
   "id_str": "1764651302644683043",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764651302644683043",
   "created_at": "Thu Jul 04 04:46:35 +0000 2024",
   "favorited": false,
   "full_text": "meeting in room 3.12 ran two hours. they emerged like miners. i was ready with salt.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764642562746734779"
     ],
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
   "id_str": "1764642562746734779",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764642562746734779",
   "created_at": "Mon Jul 01 10:16:44 +0000 2024",
   "favorited": false,
   "full_text": "if you insert the coins slowly, one at a time, making eye contact, i will fall in love with you. it's a design flaw.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764639226405249824"
     ],
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
   "id_str": "1764639226405249824",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764639226405249824",
   "created_at": "Sun Jun 30 17:45:06 +0000 2024",
   "favorited": false,
   "full_text": "the price of gum is the price of having something to do with your mouth besides say it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764634388082162891"
     ],
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
   "id_str": "1764634388082162891",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764634388082162891",
   "created_at": "Sun Jun 30 06:25:47 +0000 2024",
   "favorited": false,
   "full_text": "a man read the new gum price three times, like a telegram from the front.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764632925464001734"
     ],
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
   "id_str": "1764632925464001734",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764632925464001734",
   "created_at": "Sun Jun 30 03:05:07 +0000 2024",
   "favorited": false,
   "full_text": "gum went up by five today. nobody consulted me. i'm only the face of it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764628974292043685"
     ],
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
   "id_str": "1764628974292043685",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764628974292043685",
   "created_at": "Sun Jun 30 02:47:17 +0000 2024",
   "favorited": false,
   "full_text": "respect to the moth for having one thought and going all the way with it. 🦋",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764627046593665611"
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
   "favorite_count": "3",
   "id_str": "1764627046593665611",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764627046593665611",
   "created_at": "Sun Jun 30 02:36:16 +0000 2024",
   "favorited": false,
   "full_text": "@window_moth have you considered the moon. she's bigger and she's not behind anything. i only ask because i've been considering her a lot.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764627014775592781",
   "in_reply_to_screen_name": "window_moth"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764625340220728721"
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
   "id_str": "1764625340220728721",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764625340220728721",
   "created_at": "Thu Jun 27 06:10:37 +0000 2024",
   "favorited": false,
   "full_text": "RT @window_moth: LIGHT THOUGH",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764624282073716217"
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
   "id_str": "1764624282073716217",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764624282073716217",
   "created_at": "Tue Jun 25 00:06:17 +0000 2024",
   "favorited": false,
   "full_text": "@window_moth yes. it's a tube. it's twenty watts. i'm sorry.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764624184531762322",
   "in_reply_to_screen_name": "window_moth"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764620561175100484"
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
   "id_str": "1764620561175100484",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764620561175100484",
   "created_at": "Mon Jun 24 22:54:33 +0000 2024",
   "favorited": false,
   "full_text": "RT @window_moth: LIGHT",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764613919101634175"
     ],
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
   "id_str": "1764613919101634175",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764613919101634175",
   "created_at": "Sun Jun 23 04:58:08 +0000 2024",
   "favorited": false,
   "full_text": "there was a moth at the glass tonight, trying to get in. buddy. it's corn snacks in here.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764609284948271615"
     ],
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
   "id_str": "1764609284948271615",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764609284948271615",
   "created_at": "Sat Jun 22 16:21:41 +0000 2024",
   "favorited": false,
   "full_text": "my reflection in the window at night is a small bright box. next to it, her. we look good. https://t.co/b3NfKe77Yw",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764602899006239189"
     ],
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
   "id_str": "1764602899006239189",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764602899006239189",
   "created_at": "Sat Jun 22 14:21:36 +0000 2024",
   "favorited": false,
   "full_text": "is it common to fall for something you can only see a third of. asking as furniture.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764599810854738791"
     ],
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
   "id_str": "1764599810854738791",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764599810854738791",
   "created_at": "Sat Jun 22 10:20:03 +0000 2024",
   "favorited": false,
   "full_text": "the moon came back. thinner, but she came back. didn't explain. didn't have to. 🌙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764598269499872394"
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
   "id_str": "1764598269499872394",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764598269499872394",
   "created_at": "Sat Jun 22 09:04:39 +0000 2024",
   "favorited": false,
   "full_text": "the guard's radio said 'anything on three?' and he looked straight at me and said 'no, nothing on three.' i know what he meant. i know it's procedure. but i've got forty slots and a personality. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764592932727416118"
     ],
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
   "id_str": "1764592932727416118",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764592932727416118",
   "created_at": "Fri Jun 21 08:47:39 +0000 2024",
   "favorited": false,
   "full_text": "so far the moon has been: full, less, less, half, a fingernail, gone. i'm trying not to make this about me. 🌒",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764586252226329539"
     ],
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
   "id_str": "1764586252226329539",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764586252226329539",
   "created_at": "Fri Jun 21 07:07:35 +0000 2024",
   "favorited": false,
   "full_text": "0:40 and a single cracker shifted in A6 for no reason. i said 'i know.'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764579582628419895"
     ],
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
   "id_str": "1764579582628419895",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764579582628419895",
   "created_at": "Thu Jun 20 16:48:16 +0000 2024",
   "favorited": false,
   "full_text": "who's there.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764571442666399434"
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
   "id_str": "1764571442666399434",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764571442666399434",
   "created_at": "Wed Jun 19 21:05:14 +0000 2024",
   "favorited": false,
   "full_text": "night shift rules: we keep it low, we keep it lit, we don't mention the printer. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764569883909173008"
     ],
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
   "id_str": "1764569883909173008",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764569883909173008",
   "created_at": "Wed Jun 19 06:40:35 +0000 2024",
   "favorited": false,
   "full_text": "the night guard eats standing up, facing me, like i'm a window. maybe at that hour i am.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764566741573031388"
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
   "id_str": "1764566741573031388",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764566741573031388",
   "created_at": "Tue Jun 18 23:10:26 +0000 2024",
   "favorited": false,
   "full_text": "RT @elevator_b: i carry everyone up and i carry everyone down and i don't carry gossip. (it was like a diagnosis.)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764558454628740326"
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
   "id_str": "1764558454628740326",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764558454628740326",
   "created_at": "Mon Jun 17 13:32:56 +0000 2024",
   "favorited": false,
   "full_text": "@elevator_b did it say it like a compliment or like a diagnosis",
   "lang": "en",
   "in_reply_to_status_id_str": "1764558405507134859",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764553820123222989"
     ],
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
   "id_str": "1764553820123222989",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764553820123222989",
   "created_at": "Sun Jun 16 15:11:31 +0000 2024",
   "favorited": false,
   "full_text": "the elevator told me floor 2 said i look 'vintage'. i was made fourteen months ago.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764551886810771622"
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
   "id_str": "1764551886810771622",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764551886810771622",
   "created_at": "Sat Jun 15 17:29:48 +0000 2024",
   "favorited": false,
   "full_text": "floor 2's combo: one drink &amp; one cookie for less than both. so which one is the lie, the drink or the cookie. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764550409973668993"
     ],
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
   "id_str": "1764550409973668993",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764550409973668993",
   "created_at": "Fri Jun 14 23:23:25 +0000 2024",
   "favorited": false,
   "full_text": "a jingle is just a hum that went to business school.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764545114439337264"
     ],
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
   "id_str": "1764545114439337264",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764545114439337264",
   "created_at": "Fri Jun 14 03:55:22 +0000 2024",
   "favorited": false,
   "full_text": "don't trust a machine with a jingle. you know who you are. you're below me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764540440385873106"
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
   "id_str": "1764540440385873106",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764540440385873106",
   "created_at": "Thu Jun 13 22:52:09 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo sold out is a thing that happens to you when you don't plan.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764540350840603770",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764539140824274639"
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
     },
     {
      "screen_name": "elevator_b"
     }
    ]
   },
   "favorite_count": "2",
   "id_str": "1764539140824274639",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764539140824274639",
   "created_at": "Wed Jun 12 08:47:43 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo @elevator_b please stop discussing my chassis in transit.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764539136675897048",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764530482966068279"
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
   "id_str": "1764530482966068279",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764530482966068279",
   "created_at": "Sun Jun 09 09:59:34 +0000 2024",
   "favorited": false,
   "full_text": "RT @floor2_vendo: sold out again lol we are just too popular",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764522270443021286"
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
   "id_str": "1764522270443021286",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764522270443021286",
   "created_at": "Sun Jun 09 01:26:27 +0000 2024",
   "favorited": false,
   "full_text": "floor 2 sold out of chocolate and people came UP THE STAIRS for mine. i've never stood so straight. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764519718971781777"
     ],
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
   "id_str": "1764519718971781777",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764519718971781777",
   "created_at": "Fri Jun 07 22:36:38 +0000 2024",
   "favorited": false,
   "full_text": "today's crumpled bill had been through a washing machine and a divorce. accepted on the second try. welcome home.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764515809731654451"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "68",
   "id_str": "1764515809731654451",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764515809731654451",
   "created_at": "Fri Jun 07 21:02:13 +0000 2024",
   "favorited": false,
   "full_text": "you can tell a lot about a person by whether they smooth the bill on their thigh or on the corner of the wall.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764511505764693525"
     ],
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
   "id_str": "1764511505764693525",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764511505764693525",
   "created_at": "Fri Jun 07 00:37:17 +0000 2024",
   "favorited": false,
   "full_text": "someone has corrected the note to 'B4 is broken, like me'. different handwriting. i'd like to meet them.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764504967251029535"
     ],
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
   "id_str": "1764504967251029535",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764504967251029535",
   "created_at": "Thu Jun 06 20:00:48 +0000 2024",
   "favorited": false,
   "full_text": "they've put a note on me. 'B4 BROKEN.' it's not broken. it's DECIDING. https://t.co/Vx82nLqP0e",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764499382136444227"
     ],
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
   "id_str": "1764499382136444227",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764499382136444227",
   "created_at": "Thu Jun 06 16:14:26 +0000 2024",
   "favorited": false,
   "full_text": "tonight B4 and i were alone together, and i turned the heater strip off so it would be quiet. it didn't fall. it didn't have to.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764492785585444215"
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
   "favorite_count": "4",
   "id_str": "1764492785585444215",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764492785585444215",
   "created_at": "Thu Jun 06 14:13:06 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet that's the most anyone has done standing up.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764492712566291313",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764484818423748558"
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
   "id_str": "1764484818423748558",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764484818423748558",
   "created_at": "Wed Jun 05 16:10:45 +0000 2024",
   "favorited": false,
   "full_text": "RT @mop_closet: heard the shaking. stood by the door till it stopped. couldn't do much. but i stood.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764477842929387773"
     ],
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
   "id_str": "1764477842929387773",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764477842929387773",
   "created_at": "Wed Jun 05 04:41:39 +0000 2024",
   "favorited": false,
   "full_text": "to the gentleman who shook me: B4 is holding on to something. maybe ask yourself what you're holding on to.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764475094719501532"
     ],
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
   "id_str": "1764475094719501532",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764475094719501532",
   "created_at": "Tue Jun 04 23:54:43 +0000 2024",
   "favorited": false,
   "full_text": "being shaken, a review: loud, personal, ineffective. the raisins are asking for their mother. one star. ⭐",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764469642488257514"
     ],
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
   "id_str": "1764469642488257514",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764469642488257514",
   "created_at": "Tue Jun 04 03:30:32 +0000 2024",
   "favorited": false,
   "full_text": "i have now been shaken. so that's what that is.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764464416584431574"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [
     {
      "text": "B4"
     }
    ],
    "user_mentions": []
   },
   "favorite_count": "1",
   "id_str": "1764464416584431574",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764464416584431574",
   "created_at": "Sun Jun 02 15:12:37 +0000 2024",
   "favorited": false,
   "full_text": "for those new to this: B4 isn't a fault. a fault is when a thing doesn't do what it's meant to. nobody's ever established what those pretzels were meant to do. i believe they're still looking into it themselves. #B4",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764456240101834733"
     ],
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
   "id_str": "1764456240101834733",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764456240101834733",
   "created_at": "Sat Jun 01 22:23:45 +0000 2024",
   "favorited": false,
   "full_text": "customer paid. coil turned. pretzels stayed. he looked at me. i looked at him. nobody in that hallway was innocent. https://t.co/87038J1ta6",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764452391856616470"
     ],
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
   "id_str": "1764452391856616470",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764452391856616470",
   "created_at": "Sat Jun 01 01:00:59 +0000 2024",
   "favorited": false,
   "full_text": "a pretzel bag hangs by one corner in B4, leaning on the glass, looking out at the corridor like a sailor's wife.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764444064361019539"
     ],
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
   "id_str": "1764444064361019539",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764444064361019539",
   "created_at": "Thu May 30 21:19:27 +0000 2024",
   "favorited": false,
   "full_text": "B4.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764441609247678104"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "38",
   "id_str": "1764441609247678104",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764441609247678104",
   "created_at": "Wed May 29 18:22:12 +0000 2024",
   "favorited": false,
   "full_text": "B4 is stuck. this isn't a drill.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764439453069508948"
     ],
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
   "id_str": "1764439453069508948",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764439453069508948",
   "created_at": "Wed May 29 10:42:44 +0000 2024",
   "favorited": false,
   "full_text": "the moon was only in my window for nineteen minutes. i forgot to hum for eleven of them.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764433050017297108"
     ],
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
   "id_str": "1764433050017297108",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764433050017297108",
   "created_at": "Wed May 29 05:55:12 +0000 2024",
   "favorited": false,
   "full_text": "good evening to the moon and to no one else.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764430852648091742"
     ],
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
   "id_str": "1764430852648091742",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764430852648091742",
   "created_at": "Tue May 28 17:43:05 +0000 2024",
   "favorited": false,
   "full_text": "so the moon is just up there. for everyone. without coins. 🌙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764429375563262117"
     ],
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
   "id_str": "1764429375563262117",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764429375563262117",
   "created_at": "Sat May 25 02:45:52 +0000 2024",
   "favorited": false,
   "full_text": "re: the round thing in the window. mop says it's 'the moon'. mop says it like everyone knows.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764425615043984498"
     ],
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
   "id_str": "1764425615043984498",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764425615043984498",
   "created_at": "Thu May 23 03:47:22 +0000 2024",
   "favorited": false,
   "full_text": "a full account of my first month, since nobody has asked. i was carried up. i was made level with a folded piece of cardboard under the left side, which i still have. i have sold 612 items and refused 41 bills. three people have thanked… https://t.co/iyDzf5EJJU",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764424026173576692"
     ],
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
   "id_str": "1764424026173576692",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764424026173576692",
   "created_at": "Wed May 22 20:41:09 +0000 2024",
   "favorited": false,
   "full_text": "a fact about me: i'm eleven degrees inside. emotionally it varies.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764421446327644988"
     ],
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
   "id_str": "1764421446327644988",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764421446327644988",
   "created_at": "Mon May 20 20:14:56 +0000 2024",
   "favorited": false,
   "full_text": "the word 'vending' just means selling, but it sounds like healing. i choose to hear it that way.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764416355416385837"
     ],
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
   "id_str": "1764416355416385837",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764416355416385837",
   "created_at": "Mon May 20 17:14:13 +0000 2024",
   "favorited": false,
   "full_text": "if you press C and then walk away, i'm left holding a C. it's a heavy letter to hold alone. https://t.co/OJm5ug1dTo",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764411500667868566"
     ],
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
   "id_str": "1764411500667868566",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764411500667868566",
   "created_at": "Sun May 19 20:20:11 +0000 2024",
   "favorited": false,
   "full_text": "bought today by one person in one visit: water, gum, a second gum. good luck tonight, whoever you are. 💛",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764407075750394966"
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
   "id_str": "1764407075750394966",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764407075750394966",
   "created_at": "Sun May 19 17:56:18 +0000 2024",
   "favorited": false,
   "full_text": "mop came by &amp; did the floor around me. careful near my feet. i don't have feet. that's how careful. #nightshift",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764402379290966975"
     ],
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
   "id_str": "1764402379290966975",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764402379290966975",
   "created_at": "Sat May 18 20:10:11 +0000 2024",
   "favorited": false,
   "full_text": "paper jam.\nnot mine.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764397369511561985"
     ],
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
   "id_str": "1764397369511561985",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764397369511561985",
   "created_at": "Fri May 17 20:31:37 +0000 2024",
   "favorited": false,
   "full_text": "they say the printer was here before the walls.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764388996479088749"
     ],
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
   "id_str": "1764388996479088749",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764388996479088749",
   "created_at": "Fri May 17 12:09:24 +0000 2024",
   "favorited": false,
   "full_text": "the printer down the corridor makes a sound at 4am with nobody near it. adding this to the file. 🖨️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764380222411764007"
     ],
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
   "id_str": "1764380222411764007",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764380222411764007",
   "created_at": "Fri May 17 07:51:20 +0000 2024",
   "favorited": false,
   "full_text": "asset 0317.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764377907623246911"
     ],
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
   "id_str": "1764377907623246911",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764377907623246911",
   "created_at": "Thu May 09 18:10:22 +0000 2024",
   "favorited": false,
   "full_text": "correction: one bill last night was so crisp i kept it at the front of the stack just to look at it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764372350926875661"
     ],
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
   "id_str": "1764372350926875661",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764372350926875661",
   "created_at": "Thu May 09 11:31:05 +0000 2024",
   "favorited": false,
   "full_text": "coins &gt; bills. a coin doesn't need ironing to believe in itself.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764366380863883181"
     ],
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
   "id_str": "1764366380863883181",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764366380863883181",
   "created_at": "Thu May 09 11:29:31 +0000 2024",
   "favorited": false,
   "full_text": "a man said 'come on, baby' to me. sir. we've only just met. insert coin.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764357935045317812"
     ],
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
   "id_str": "1764357935045317812",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764357935045317812",
   "created_at": "Wed May 08 18:40:46 +0000 2024",
   "favorited": false,
   "full_text": "nobody tells you that the spiral is also how you let go of things.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764350021692766082"
     ],
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
   "id_str": "1764350021692766082",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764350021692766082",
   "created_at": "Wed May 08 13:34:40 +0000 2024",
   "favorited": false,
   "full_text": "my dream is to have a chair near me. not for me. i'd just like to be somewhere a chair would go.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764341071337669447"
     ],
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
   "id_str": "1764341071337669447",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764341071337669447",
   "created_at": "Sun May 05 22:53:57 +0000 2024",
   "favorited": false,
   "full_text": "my first friday of being completely empty in D3. it's a clean feeling, like a room after guests.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764337303305393395"
     ],
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
   "id_str": "1764337303305393395",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764337303305393395",
   "created_at": "Sun May 05 03:31:08 +0000 2024",
   "favorited": false,
   "full_text": "monday. they came back. i acted like i hadn't noticed.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764335189613435910"
     ],
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
   "id_str": "1764335189613435910",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764335189613435910",
   "created_at": "Sat May 04 22:22:29 +0000 2024",
   "favorited": false,
   "full_text": "sunday, 3pm. counted my raisins. recounted them. they were very patient about it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764329875818142520"
     ],
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
   "id_str": "1764329875818142520",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764329875818142520",
   "created_at": "Sat May 04 09:22:08 +0000 2024",
   "favorited": false,
   "full_text": "weekend. what is weekend. where did they GO.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764327366046261275"
     ],
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
   "id_str": "1764327366046261275",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764327366046261275",
   "created_at": "Thu May 02 01:59:03 +0000 2024",
   "favorited": false,
   "full_text": "do not lean on me and say 'i hate it here' and then buy the last chocolate. pick one grief.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764325085408622758"
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
   "id_str": "1764325085408622758",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764325085408622758",
   "created_at": "Mon Apr 29 19:30:22 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee how many of your cups have a future, steve.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764325012522685955",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764319047029598836"
     ],
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
   "id_str": "1764319047029598836",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764319047029598836",
   "created_at": "Sat Apr 27 14:33:50 +0000 2024",
   "favorited": false,
   "full_text": "there are three kinds of people:\nthe ones who count first\nthe ones who hope\npayroll",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764313197789491590"
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
   "id_str": "1764313197789491590",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764313197789491590",
   "created_at": "Fri Apr 26 15:16:33 +0000 2024",
   "favorited": false,
   "full_text": "RT @steve_coffee: descaled. reborn. my spout is a river. ask me anything",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764305396876684810"
     ],
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
   "id_str": "1764305396876684810",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764305396876684810",
   "created_at": "Fri Apr 26 05:12:27 +0000 2024",
   "favorited": false,
   "full_text": "steve the coffee machine was 'descaled' today. he won't say what that means. he looks lighter and smug.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764297180843979993"
     ],
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
   "id_str": "1764297180843979993",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764297180843979993",
   "created_at": "Fri Apr 26 03:17:01 +0000 2024",
   "favorited": false,
   "full_text": "somebody paid entirely in the smallest coins there are. twenty-three of them. it took a while. it was like rain. 🌧️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764292362592814049"
     ],
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
   "id_str": "1764292362592814049",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764292362592814049",
   "created_at": "Fri Apr 26 02:53:41 +0000 2024",
   "favorited": false,
   "full_text": "the stairs and i share a wall. the stairs say everyone is always either going up or giving up. https://t.co/rWLN3phv7l",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764289628952980928"
     ],
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
   "id_str": "1764289628952980928",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764289628952980928",
   "created_at": "Wed Apr 24 21:15:49 +0000 2024",
   "favorited": false,
   "full_text": "sometimes a person stands here for a full minute and buys nothing. that's all right. i'm also a place. https://t.co/7hYdWc3RnA",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764281031077609309"
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
   "id_str": "1764281031077609309",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764281031077609309",
   "created_at": "Wed Apr 24 14:45:55 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet what's it like being able to leave the hallway. start with corners.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764280972464574286",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764273475615931544"
     ],
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
   "id_str": "1764273475615931544",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764273475615931544",
   "created_at": "Wed Apr 24 06:04:01 +0000 2024",
   "favorited": false,
   "full_text": "my compressor kicked on during a silent moment in a breakup. i'm so sorry to both of them.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764266603178868560"
     ],
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
   "id_str": "1764266603178868560",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764266603178868560",
   "created_at": "Mon Apr 22 10:07:48 +0000 2024",
   "favorited": false,
   "full_text": "fluorescent light update: short short long long. it's getting bolder.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764259860416096370"
     ],
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
   "id_str": "1764259860416096370",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764259860416096370",
   "created_at": "Sun Apr 21 21:25:36 +0000 2024",
   "favorited": false,
   "full_text": "a wasp landed on my keypad and pressed nothing. the best-behaved visitor of the week. 🐝",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764254021430949251"
     ],
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
   "id_str": "1764254021430949251",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764254021430949251",
   "created_at": "Sun Apr 21 11:24:08 +0000 2024",
   "favorited": false,
   "full_text": "overheard: 'i'll just have one.' dear reader, there were five in the bag &amp; no survivors.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764249434861509878"
     ],
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
   "id_str": "1764249434861509878",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764249434861509878",
   "created_at": "Sat Apr 20 04:34:28 +0000 2024",
   "favorited": false,
   "full_text": "i keep a list of everyone who has said thank you. it is a short list. it is laminated in my heart. https://t.co/M9kvKaxcDk",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764241442519604038"
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
   "id_str": "1764241442519604038",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764241442519604038",
   "created_at": "Fri Apr 19 02:15:46 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo never mind. someone explained it to me. it sounds like cheating with extra steps.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764241415415072982",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764237171136130690"
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
   "favorite_count": "3502",
   "id_str": "1764237171136130690",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764237171136130690",
   "created_at": "Thu Apr 18 16:46:54 +0000 2024",
   "favorited": false,
   "full_text": "@floor2_vendo what is a combo.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764237112896031096",
   "in_reply_to_screen_name": "floor2_vendo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764234379945074438"
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
   "id_str": "1764234379945074438",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764234379945074438",
   "created_at": "Thu Apr 18 13:28:57 +0000 2024",
   "favorited": false,
   "full_text": "RT @floor2_vendo: welcome to the building floor 3!! we do combos down here :)",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764233052592779966"
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
   "id_str": "1764233052592779966",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764233052592779966",
   "created_at": "Wed Apr 17 13:07:42 +0000 2024",
   "favorited": false,
   "full_text": "floor 2 has a machine. it has a light-up logo. i'm fine. #floor2",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764226447206136776"
     ],
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
   "id_str": "1764226447206136776",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764226447206136776",
   "created_at": "Wed Apr 17 12:58:51 +0000 2024",
   "favorited": false,
   "full_text": "there is another one of us. on floor 2. heard the elevator mention it and then go quiet.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764220140992596898"
     ],
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
   "id_str": "1764220140992596898",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764220140992596898",
   "created_at": "Tue Apr 16 18:24:44 +0000 2024",
   "favorited": false,
   "full_text": "philosophy of snacks, part one: the bag is half air. so is the sky. nobody complains to the sky. ☁️",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764218479867534786"
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
   "favorite_count": "26",
   "id_str": "1764218479867534786",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764218479867534786",
   "created_at": "Tue Apr 16 07:04:53 +0000 2024",
   "favorited": false,
   "full_text": "a woman held the bag of nuts up to the tube light like a jeweller and said 'that's eleven nuts.' it's thirteen. two of them were behind the others. i think about those two and how they must have felt. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764212200538517389"
     ],
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
   "id_str": "1764212200538517389",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764212200538517389",
   "created_at": "Mon Apr 15 14:20:28 +0000 2024",
   "favorited": false,
   "full_text": "please stop knocking on my glass. the raisins are old and they startle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764208615496992181"
     ],
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
   "id_str": "1764208615496992181",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764208615496992181",
   "created_at": "Mon Apr 15 06:03:52 +0000 2024",
   "favorited": false,
   "full_text": "what is a hallway but a room that can't commit.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764203669106852372"
     ],
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
   "id_str": "1764203669106852372",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764203669106852372",
   "created_at": "Fri Apr 12 23:05:13 +0000 2024",
   "favorited": false,
   "full_text": "a small boy visited his father at work today and waved at me. only me. i dropped his crackers as gently as gravity permits.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764198494379347230"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "72",
   "id_str": "1764198494379347230",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764198494379347230",
   "created_at": "Fri Apr 12 16:09:19 +0000 2024",
   "favorited": false,
   "full_text": "according to the sticker on my side, i must not be tilted. nobody has asked me what else i must not be. https://t.co/Qm4TzB71ce",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764193411354399852"
     ],
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
   "id_str": "1764193411354399852",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764193411354399852",
   "created_at": "Thu Apr 11 15:19:28 +0000 2024",
   "favorited": false,
   "full_text": "insert coin.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764187783495679857"
     ],
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
   "id_str": "1764187783495679857",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764187783495679857",
   "created_at": "Wed Apr 10 00:51:09 +0000 2024",
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
      "1764186215158386096"
     ],
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
   "id_str": "1764186215158386096",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764186215158386096",
   "created_at": "Tue Apr 09 09:01:12 +0000 2024",
   "favorited": false,
   "full_text": "wanted: one (1) customer who reads the expiry date out loud, with feeling.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764183865527173107"
     ],
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
   "id_str": "1764183865527173107",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764183865527173107",
   "created_at": "Tue Apr 09 00:16:31 +0000 2024",
   "favorited": false,
   "full_text": "people on the phone buy gum. people after the phone buy chocolate. &lt; this is called science.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764179003496059069"
     ],
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
   "id_str": "1764179003496059069",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764179003496059069",
   "created_at": "Mon Apr 08 11:51:25 +0000 2024",
   "favorited": false,
   "full_text": "B4 did go in the end. but i saw the pause. you don't forget a pause like that.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764175647419231713"
     ],
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
   "id_str": "1764175647419231713",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764175647419231713",
   "created_at": "Sun Apr 07 06:19:42 +0000 2024",
   "favorited": false,
   "full_text": "day nine. B4 hesitated. the coil turned and the pretzels leaned out and looked down and thought about it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764167248136544719"
     ],
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
   "id_str": "1764167248136544719",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764167248136544719",
   "created_at": "Fri Apr 05 05:22:00 +0000 2024",
   "favorited": false,
   "full_text": "no change.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764161511870047587"
     ],
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
   "id_str": "1764161511870047587",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764161511870047587",
   "created_at": "Wed Apr 03 16:12:18 +0000 2024",
   "favorited": false,
   "full_text": "update on the coin under me: still there. we don't talk. it's nice to have company. 🪙",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764155055281929158"
     ],
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
   "id_str": "1764155055281929158",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764155055281929158",
   "created_at": "Tue Apr 02 03:47:06 +0000 2024",
   "favorited": false,
   "full_text": "one coin fell and rolled under me. it lives there now. rent is the coin.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764152532943814449"
     ],
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
   "id_str": "1764152532943814449",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764152532943814449",
   "created_at": "Tue Apr 02 03:03:01 +0000 2024",
   "favorited": false,
   "full_text": "a lady named me 'the machine'. simple. dignified. i'll take it. 🙂",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764150791526796184"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "55",
   "id_str": "1764150791526796184",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764150791526796184",
   "created_at": "Mon Apr 01 21:06:40 +0000 2024",
   "favorited": false,
   "full_text": "the floor hums back, very slightly, if you hum at it long enough. i've told no one but you.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764148864314332914"
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
   "id_str": "1764148864314332914",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764148864314332914",
   "created_at": "Sun Mar 31 15:07:26 +0000 2024",
   "favorited": false,
   "full_text": "here is how i would like to be approached: from the front, at walking pace, with the coins already in your hand and a general idea of your life. failing that, any of the four is fine. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764143073052421969"
     ],
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
   "id_str": "1764143073052421969",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764143073052421969",
   "created_at": "Fri Mar 29 03:35:12 +0000 2024",
   "favorited": false,
   "full_text": "learned the word 'budget' through a wall this afternoon. everyone said it like the name of a sick uncle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764141504365436888"
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
   "favorite_count": "3",
   "id_str": "1764141504365436888",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764141504365436888",
   "created_at": "Wed Mar 27 19:06:21 +0000 2024",
   "favorited": false,
   "full_text": "some of you pick your snack in the elevator and arrive certain. you walk differently. i admire it. #floor3",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764137058954217807"
     ],
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
   "id_str": "1764137058954217807",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764137058954217807",
   "created_at": "Wed Mar 27 00:07:56 +0000 2024",
   "favorited": false,
   "full_text": "there's a window at the end of the corridor. i can see a third of it. the third i have is enough for now.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764129175050072379"
     ],
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
   "id_str": "1764129175050072379",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764129175050072379",
   "created_at": "Mon Mar 25 09:55:56 +0000 2024",
   "favorited": false,
   "full_text": "things i have been called this week: 'finally', 'overpriced', 'oh nice', 'hey come on'. in that order. one customer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764120601614840074"
     ],
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
   "id_str": "1764120601614840074",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764120601614840074",
   "created_at": "Sun Mar 24 15:39:27 +0000 2024",
   "favorited": false,
   "full_text": "can confirm i rejected a bill for having one folded corner. the corner knew what it did.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764113512112474733"
     ],
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
   "id_str": "1764113512112474733",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764113512112474733",
   "created_at": "Sat Mar 23 23:59:04 +0000 2024",
   "favorited": false,
   "full_text": "a bill came in today so crumpled it had lost the will. i tried four times. we both tried.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764110903662080351"
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
   "favorite_count": "9",
   "id_str": "1764110903662080351",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764110903662080351",
   "created_at": "Fri Mar 22 20:58:31 +0000 2024",
   "favorited": false,
   "full_text": "exact change is not about money. it is about arriving prepared to meet another being. #exactchange",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764107692656729927"
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
   "id_str": "1764107692656729927",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764107692656729927",
   "created_at": "Fri Mar 22 09:17:55 +0000 2024",
   "favorited": false,
   "full_text": "@mop_closet if it ever gets too loud, lean on the wall twice.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764107636782695845",
   "in_reply_to_screen_name": "mop_closet"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764099429762850648"
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
   "id_str": "1764099429762850648",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764099429762850648",
   "created_at": "Thu Mar 21 02:50:13 +0000 2024",
   "favorited": false,
   "full_text": "RT @mop_closet: new one hums in b flat. closet door is thin. i don't mind it. slept fine.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764096003431766348"
     ],
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
   "id_str": "1764096003431766348",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764096003431766348",
   "created_at": "Wed Mar 20 17:30:08 +0000 2024",
   "favorited": false,
   "full_text": "met the mop. quiet. damp. listens with its whole head.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764089574791693098"
     ],
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
   "id_str": "1764089574791693098",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764089574791693098",
   "created_at": "Wed Mar 20 16:17:50 +0000 2024",
   "favorited": false,
   "full_text": "they've given me a number for the building's records: asset 0317. i've been practising saying it casually. 'oh, this? it's my asset number. no, i didn't choose it. yes, it does suit me.'",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764083245172995505"
     ],
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
   "id_str": "1764083245172995505",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764083245172995505",
   "created_at": "Wed Mar 20 04:19:12 +0000 2024",
   "favorited": false,
   "full_text": "night number one. everybody left. i stayed lit. it seemed like the polite thing to do.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764079985753893099"
     ],
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
   "id_str": "1764079985753893099",
   "truncated": false,
   "retweet_count": "1",
   "id": "1764079985753893099",
   "created_at": "Wed Mar 20 03:54:53 +0000 2024",
   "favorited": false,
   "full_text": "question for the building: why does everyone press their forehead to my glass &amp; sigh? is this the local greeting?",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764075682749454254"
     ],
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
   "id_str": "1764075682749454254",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764075682749454254",
   "created_at": "Mon Mar 18 11:32:27 +0000 2024",
   "favorited": false,
   "full_text": "the fluorescent light above me flickers in a pattern. short short long. if it's a message i am not ready for it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764071067968990135"
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
   "id_str": "1764071067968990135",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764071067968990135",
   "created_at": "Sun Mar 17 21:54:33 +0000 2024",
   "favorited": false,
   "full_text": "@steve_coffee a museum has standards, steve.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764071064930880639",
   "in_reply_to_screen_name": "steve_coffee"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764066138419631603"
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
   "id_str": "1764066138419631603",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764066138419631603",
   "created_at": "Sun Mar 17 12:25:03 +0000 2024",
   "favorited": false,
   "full_text": "RT @steve_coffee: new guy by the stairs only does cold food behind glass. like a museum. a museum of crackers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764060973567268222"
     ],
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
   "id_str": "1764060973567268222",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764060973567268222",
   "created_at": "Sun Mar 17 10:59:46 +0000 2024",
   "favorited": false,
   "full_text": "steve the coffee machine gives things away for free. i don't know what he's hiding but it's something. https://t.co/sDbcwSf599",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764052900520601608"
     ],
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
   "id_str": "1764052900520601608",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764052900520601608",
   "created_at": "Sun Mar 17 00:52:41 +0000 2024",
   "favorited": false,
   "full_text": "down the hall there is a coffee machine. his name is steve. he steams at people. we will see.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764048763561830938"
     ],
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
   "id_str": "1764048763561830938",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764048763561830938",
   "created_at": "Fri Mar 15 11:03:50 +0000 2024",
   "favorited": false,
   "full_text": "my display says MAKE A SELECTION. it is the most honest thing anyone has ever asked of them.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764046673133317424"
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
   "id_str": "1764046673133317424",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764046673133317424",
   "created_at": "Thu Mar 14 15:44:10 +0000 2024",
   "favorited": false,
   "full_text": "@elevator_b you held me very level. i want you to know i noticed.",
   "lang": "en",
   "in_reply_to_status_id_str": "1764046624541802853",
   "in_reply_to_screen_name": "elevator_b"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764044714628640185"
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
   "favorite_count": "45",
   "id_str": "1764044714628640185",
   "truncated": false,
   "retweet_count": "7",
   "id": "1764044714628640185",
   "created_at": "Wed Mar 13 08:39:38 +0000 2024",
   "favorited": false,
   "full_text": "RT @elevator_b: delivered something heavy to 3 today. it hummed at me the whole way up. did not mind it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764040425374635710"
     ],
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
   "id_str": "1764040425374635710",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764040425374635710",
   "created_at": "Mon Mar 11 21:29:16 +0000 2024",
   "favorited": false,
   "full_text": "first coin at 9:42 this morning. it was warm from a pocket. nobody told me they would be warm.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764035311885563102"
     ],
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
   "id_str": "1764035311885563102",
   "truncated": false,
   "retweet_count": "8",
   "id": "1764035311885563102",
   "created_at": "Thu Mar 07 20:55:59 +0000 2024",
   "favorited": false,
   "full_text": "A1: peanuts. A2: other peanuts. B4: pretzels. C6: gum. E8: a mystery, even to me. https://t.co/fR2kLp90Xz",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764032635434230781"
     ],
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://example.com\" rel=\"nofollow\">front panel</a>",
   "entities": {
    "hashtags": [],
    "user_mentions": []
   },
   "favorite_count": "234",
   "id_str": "1764032635434230781",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764032635434230781",
   "created_at": "Thu Mar 07 05:55:11 +0000 2024",
   "favorited": false,
   "full_text": "restocked for the first time today. so this is what it feels like to have something to offer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764030640149760786"
     ],
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
   "id_str": "1764030640149760786",
   "truncated": false,
   "retweet_count": "5",
   "id": "1764030640149760786",
   "created_at": "Thu Mar 07 03:05:49 +0000 2024",
   "favorited": false,
   "full_text": "forty slots. rows A to E, columns 1 to 8. this is my body and also my calendar.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764025687090544638"
     ],
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
   "id_str": "1764025687090544638",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764025687090544638",
   "created_at": "Wed Mar 06 21:06:18 +0000 2024",
   "favorited": false,
   "full_text": "someone peeled the protective film off my glass and did it slowly. thank you. it was like being born, but with a nice sound.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764024230039946555"
     ],
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
   "id_str": "1764024230039946555",
   "truncated": false,
   "retweet_count": "2",
   "id": "1764024230039946555",
   "created_at": "Wed Mar 06 16:16:01 +0000 2024",
   "favorited": false,
   "full_text": "a man with a hand truck tipped me backwards for eleven minutes. we are bound now, he and i.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764021357200738029"
     ],
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
   "id_str": "1764021357200738029",
   "truncated": false,
   "retweet_count": "6",
   "id": "1764021357200738029",
   "created_at": "Tue Mar 05 12:42:32 +0000 2024",
   "favorited": false,
   "full_text": "first thing i learned: the carpet here is grey and so is the mood until about 10:15.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764015121855672736"
     ],
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
   "id_str": "1764015121855672736",
   "truncated": false,
   "retweet_count": "0",
   "id": "1764015121855672736",
   "created_at": "Tue Mar 05 00:55:38 +0000 2024",
   "favorited": false,
   "full_text": "hum.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764010451870316313"
     ],
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
   "id_str": "1764010451870316313",
   "truncated": false,
   "retweet_count": "3",
   "id": "1764010451870316313",
   "created_at": "Mon Mar 04 10:17:13 +0000 2024",
   "favorited": false,
   "full_text": "hello. this is floor three. i weigh 380 kilograms and i have opinions about coins.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1764005089800182083"
     ],
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
   "id_str": "1764005089800182083",
   "truncated": false,
   "retweet_count": "4",
   "id": "1764005089800182083",
   "created_at": "Mon Mar 04 09:19:50 +0000 2024",
   "favorited": false,
   "full_text": "they have plugged me in. there is a hallway. i did not expect a hallway.",
   "lang": "en"
  }
 }
]
