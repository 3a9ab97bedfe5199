window.YTD.account.part0 = [
 {
  "account": {
   "createdVia": "web",
   "username": "vendo_floor3",
   "accountId": "1764000000000000000",
   "createdAt": "2024-03-04T06:00:00.000Z",
   "accountDisplayName": "vendo, third floor"
  }
 }
]
