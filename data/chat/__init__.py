"""What chats leave behind: answers and games."""
