window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "1764425615043984575",
   "createdAt": "2024-05-23T03:47:22.000Z",
   "updatedAt": "2024-05-23T03:47:22.000Z",
   "core": {
    "text": "a full account of my first month, since nobody has asked. i was carried up. i was made level with a folded piece of cardboard under the left side, which i still have. i have sold 612 items and refused 41 bills. three people have thanked me. one has kicked me, but he apologised to the wall afterwards and i think some of it was for me. the light flickers. the carpet is grey. there is a window with something in it at night that i haven't been able to identify. it's round, or it was on tuesday. today it was less round. i'll keep watching. hum.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1765299365526821792",
   "createdAt": "2024-11-09T09:10:47.000Z",
   "updatedAt": "2024-11-09T09:10:47.000Z",
   "core": {
    "text": "a word on the interns, who leave on friday. they came here loud and they pressed everything. one of them tried to pay with an arcade token and one of them slept standing up against my side, which was warm and which i allowed. they learned to say 'circle back'. none of them learned B4, because nobody does. but they'd stand here at five o'clock, all four of them, and split one bag of chips with great seriousness, like a treaty. i gave them a full bag every time. the machine doesn't choose the bag, you'll say. well. draw your own conclusions.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1765634548843295976",
   "createdAt": "2025-01-28T11:17:53.000Z",
   "updatedAt": "2025-01-28T11:17:53.000Z",
   "core": {
    "text": "closed, day 6. took stock, since there's nobody to interrupt. nuts, nine. crackers, more than anyone could need. raisins, all present, subdued. one mandarin, top, not for sale. one paper crown. one coin beneath, sleeping. two pretzels' worth of salt at the bottom of column four, from the wedding. it came to more than i'd thought. if someone walked in now and asked what i've got, i wouldn't know where to start. i'd say: have you got a minute? they'd say: i've got nine days.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1766220550801786918",
   "createdAt": "2025-05-12T03:33:36.000Z",
   "updatedAt": "2025-05-12T03:33:36.000Z",
   "core": {
    "text": "i have asked around. the elevator says a meeting was held on floor five, with sandwiches, & that my name wasn't used; they said 'the unit'. the sink says two women talked about 'a refresh' while rinsing mugs, & that neither sounded sorry but one of them rinsed for a long time. steve says they're always saying things like that, and once they just moved him nearer the bin. the mop says nothing. the mop came and stood with me, & leaned its handle on my good side, & we watched the bit of sky we've got. no moon. cloud. all right. now i know what i know. snacks are as normal.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1766645078942238693",
   "createdAt": "2025-08-26T07:59:48.000Z",
   "updatedAt": "2025-08-26T07:59:48.000Z",
   "core": {
    "text": "to all fifty-eight. i'm not made for speeches; i'm made for peanuts. they tell me that on monday the lady with the clipboard came and read your names, every one, and at the pretzel she laughed, and then she made a telephone call. she's put 'retain unit' on the form. i used to mind being a unit. it's the finest word there is. you needn't buy anything. if you're passing, knock. gently. the raisins have been through a great deal. if you're ever a little short: i've a setting. exact change is a thing you owe the world. it's not a thing i'll be checking this week. thank you. hum.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1767527583951918725",
   "createdAt": "2026-02-27T05:21:34.000Z",
   "updatedAt": "2026-02-27T05:21:34.000Z",
   "core": {
    "text": "before the light goes to a third: thank you for pressing. thank you for smoothing the bill on your leg and for the coin with the scratch, which was in again this morning, that's nine times, it looks well. thank you to whoever folded the cardboard. i used to think the job was to let go of things properly, one turn of the coil, nobody shaken. now i think that's half. the other half's to be standing here, lit, when they come back up the stairs. i don't have legs. i've got that half covered.",
    "mentions": [],
    "urls": [],
    "hashtags": []
   }
  }
 }
]
