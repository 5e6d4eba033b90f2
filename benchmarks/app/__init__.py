"""What the app takes: time, memory and bytes of a real `wortlaut serve`."""
