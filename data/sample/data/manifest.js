window.__THAR_CONFIG = {
 "userInfo": {
  "accountId": "1764000000000000000",
  "userName": "vendo_floor3",
  "displayName": "vendo, third floor"
 },
 "archiveInfo": {
  "sizeBytes": "0",
  "generationDate": "2026-03-05T00:00:00.000Z",
  "isPartialArchive": false,
  "maxPartSizeBytes": "0"
 },
 "dataTypes": {
  "account": {
   "files": [
    {
     "fileName": "data/account.js",
     "globalName": "YTD.account.part0",
     "count": "1"
    }
   ]
  },
  "noteTweet": {
   "files": [
    {
     "fileName": "data/note-tweet.js",
     "globalName": "YTD.note_tweet.part0",
     "count": "6"
    }
   ]
  },
  "tweets": {
   "files": [
    {
     "fileName": "data/tweets.js",
     "globalName": "YTD.tweets.part0",
     "count": "500"
    },
    {
     "fileName": "data/tweets-part1.js",
     "globalName": "YTD.tweets.part1",
     "count": "211"
    }
   ]
  }
 }
}
