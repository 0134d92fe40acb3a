package net.neuralstyle.tensor;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Class loader without the resources of the CUDA backend's jar, however many
 * copies of it there are: ND4J, which finds its backends by the files of services
 * in their jars, does not find that one. Classes are those of its parent.
 */
final class CpuOnlyClassLoader extends ClassLoader {

	private final List<String> hidden = new ArrayList<>();

	/**
	 * @param parent sees the CUDA backend
	 * @throws IOException if what the parent sees cannot be listed
	 */
	CpuOnlyClassLoader(final ClassLoader parent) throws IOException {
		super(parent);
		final String file = CudaBackend.CLASS_FILE;
		for (final URL place : Collections.list(parent.getResources(file))) {
			final String address = place.toString();
			hidden.add(address.substring(0, address.length() - file.length()));
		}
	}

	@Override
	public Enumeration<URL> getResources(final String name) throws IOException {
		final List<URL> visible = new ArrayList<>(Collections.list(super.getResources(name)));
		visible.removeIf(resource -> hidden.stream().anyMatch(resource.toString()::startsWith));
		return Collections.enumeration(visible);
	}
}
