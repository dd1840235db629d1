Console.Error.WriteLine("jiedui");
return 0;
