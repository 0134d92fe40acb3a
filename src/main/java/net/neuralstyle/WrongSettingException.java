package net.neuralstyle;

/** A setting, or what is asked for, is wrong in itself, whatever the machine or the pictures are. */
public class WrongSettingException extends StyleTransferException {

	private static final long serialVersionUID = 1L;

	public WrongSettingException(final String message) {
		super(message);
	}
}
