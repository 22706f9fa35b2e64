"""A record of decision put into words, section by section, before it becomes pages, HTML or plain text."""
